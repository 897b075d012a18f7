import type { ImageMediaType, Size } from '../formats/types.js';

/** How closely the model looks at an image. The meaning and cost of each value differ by model. */
export type ImageDetail = 'auto' | 'low' | 'high' | 'original';

/** How a provider resizes an image and counts its tokens, as data. Each kind has its arithmetic in `sizing/`. */
export type Sizing =
  | {
      /** 32-px patches, counted with overhang, times a multiplier. */
      kind: 'patch';
      patchPx: number;
      maxSidePx: number;
      /** Budget the image is shrunk to; without it only `rejectAbovePatches` applies. */
      maxPatches?: number;
      rejectAbovePatches?: number;
      tokensPerPatch: number;
    }
  | {
      /** 512-px tiles after two fits, plus a base. */
      kind: 'tile';
      fitPx: number;
      shortSidePx: number;
      tilePx: number;
      baseTokens: number;
      tokensPerTile: number;
    }
  | {
      /** A single price regardless of size. `fitPx` is the box the model sees it in. */
      kind: 'flat';
      fitPx: number;
      tokens: number;
    }
  | {
      /** 28-px patches of an image padded to whole patches; the largest size within the edge and the budget. */
      kind: 'padded-patch';
      patchPx: number;
      maxEdgePx: number;
      maxTokens: number;
    }
  | {
      /** A single price for a small image, otherwise one per square tile. `fitPx` is the kit's own longest side. */
      kind: 'crop-tile';
      smallSidePx: number;
      tilePx: number;
      /**
       * Lower limit of the square, which shrinks with the image's shorter side. Without it, the square is
       * always `tilePx`.
       */
      minTilePx?: number;
      tokensPerTile: number;
      fitPx: number;
    }
  | {
      /** Rows of cells, with a token at the end of each row, between a minimum area and a token budget. */
      kind: 'row-patch';
      cellPx: number;
      /** Longest side that the image is first reduced to, in px. */
      fitPx: number;
      minAreaPx: number;
      maxTokens: number;
    }
  | {
      /**
       * As many cells in the image's proportions as a budget allows, at any size. `fitPx` is the kit's own
       * longest side.
       */
      kind: 'shape-grid';
      fitPx: number;
      maxTokens: number;
    };

/** Limits of one request. A missing limit is not documented, or does not exist. */
export interface RequestLimits {
  maxImages?: number;
  maxRequestBytes?: number;
  /** Bytes of all images together, before base64. */
  maxImageBytes?: number;
  /** Bytes of one image, counted after base64. */
  maxBase64BytesPerImage?: number;
  /** Longest side of one image. Larger images are refused. */
  maxSidePx?: number;
  /** Shorter side of one image. Smaller images are refused. */
  minSidePx?: number;
  /** Longer side of one image divided by its shorter one. Thinner images are refused. */
  maxAspectRatio?: number;
  /**
   * A stricter side limit that applies when a request, including its history, has more images than
   * `aboveImages`.
   */
  manyImages?: { aboveImages: number; maxSidePx: number };
  /** Width times height of one image. Larger images are refused. */
  maxPixels?: number;
  /** Length of an image's link. */
  maxLinkCharacters?: number;
  /** Input and output together. */
  contextTokens?: number;
  /** Limits that are measured or advised rather than guaranteed by the provider. Exceeding one is a warning. */
  advisory?: readonly LimitName[];
}

export type LimitName = Exclude<keyof RequestLimits, 'advisory'>;

/** How a model states positions in an image. */
export interface RegionForm {
  /** Where this was read, and when. */
  source: { page: string; checked: string };
  /** The coordinate that a list of numbers begins with. */
  order: 'xy' | 'yx';
  /**
   * Length of each side of the image in the model's numbers: 1000, 100 for percent, 1 for fractions. `px`:
   * pixels of the image after the provider's own resizing.
   */
  scale: number | 'px';
  /** For pixels: the provider stretches the image until both sides are multiples of this. */
  sideStepPx?: number;
}

/** Everything known about a model's image input. */
export interface ModelImageRules {
  /** Common name of the models that share one rule: `gpt-5.6`, `claude-standard`. */
  family: string;
  provider: string;
  /** Where the numbers were read, and when. */
  source: { page: string; checked: string };
  /** Whether the model can see at all. */
  vision: boolean;
  /**
   * Whether `vision: false` was only guessed from the model's name. `checkRequest` then warns instead of
   * stopping the request. @defaultValue false
   */
  isGuessed?: boolean;
  /** A note for the user: unknown model, retired model, estimate. */
  warning?: string;
  /**
   * Whether the provider publishes no rule for this model, so that the numbers are those of a related one.
   * @defaultValue false
   */
  estimated?: boolean;
  /** Media types the endpoint accepts. The kit re-encodes to one of these. */
  acceptedMediaTypes: readonly ImageMediaType[];
  /** Whether the endpoint fetches links itself, and of which kind. @defaultValue true */
  links?: boolean | 'https';
  /** How each detail is sized. If one is missing, it is not supported and `high` is used instead. */
  sizing: { low: Sizing; high: Sizing; original?: Sizing };
  /** How the provider treats `auto`. */
  autoDetail: 'low' | 'high' | 'original';
  limits: RequestLimits;
  /** How it states positions in an image. Without it, `readRegions` goes by the names of the fields. */
  regions?: RegionForm;
}

export interface ImageTokenCount extends Size {
  /** 0 for a model that cannot see: it refuses the image, as `rejected` says. */
  tokens: number;
  /** The detail that was counted: for `auto`, the provider's choice. */
  detail: ImageDetail;
  /** Whether the provider publishes no rule for this model, so that the actual count may differ. */
  estimated: boolean;
  /** Why the provider refuses such an image, as a sentence. */
  rejected?: string;
}

/** A price for the whole request once its input exceeds `aboveInputTokens`. */
export interface TokenPriceTier {
  aboveInputTokens: number;
  inputPerMillion: number;
  outputPerMillion: number;
  /** Price of input that the provider reads from its prompt cache. */
  cachedInputPerMillion?: number;
}

/** A model's price in a catalogue, in US dollars; a `Connection` accepts it as its `price`. */
export interface CataloguePrice extends Omit<TokenPriceTier, 'aboveInputTokens'> {
  /** In ascending order. */
  tiers?: readonly TokenPriceTier[];
}

/** A catalogue's facts about a model. What the catalogue does not say is missing. */
export interface CatalogueModel {
  vision?: boolean;
  /** Input and output together. */
  contextTokens?: number;
  price?: CataloguePrice;
}

/** The models of one provider in a public catalogue, as read by `readModelCatalogue`. */
export interface ModelCatalogue {
  /**
   * Returns the facts about a model, or `undefined` if it is not listed. Prefixes, tags and dates are
   * understood.
   */
  find: (modelId: string) => CatalogueModel | undefined;
  /** Returns the rules corrected by the catalogue's facts about vision and context; called by `findRules`. */
  correct: (rules: ModelImageRules, modelId: string) => ModelImageRules;
}
