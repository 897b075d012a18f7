import type { ImageMediaType, Size } from '../formats/types.js';

/** How closely the model looks. What a value means, and what it costs, differs by model. */
export type ImageDetail = 'auto' | 'low' | 'high' | 'original';

/** How a provider resizes an image and counts its tokens, as data. Each kind has its arithmetic in `sizing/`. */
export type Sizing =
  | {
      /** 32-px patches, counted with overhang, times a multiplier. */
      kind: 'patch';
      patchPx: number;
      maxSidePx: number;
      /** Budget the image is shrunk to; none: only `rejectAbovePatches` applies. */
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
      /** One price whatever the size. `fitPx`: the box the model sees it in. */
      kind: 'flat';
      fitPx: number;
      tokens: number;
    }
  | {
      /** 28-px patches of an image padded to whole patches; the largest that keeps to edge and budget. */
      kind: 'padded-patch';
      patchPx: number;
      maxEdgePx: number;
      maxTokens: number;
    }
  | {
      /** One price for a small image, otherwise one per square tile. `fitPx`: our own longest side. */
      kind: 'crop-tile';
      smallSidePx: number;
      tilePx: number;
      /** The square shrinks with the image's shorter side, down to this. Without it, it is always `tilePx`. */
      minTilePx?: number;
      tokensPerTile: number;
      fitPx: number;
    }
  | {
      /** Rows of cells, with a token at the end of each row, between a smallest area and a budget of tokens. */
      kind: 'row-patch';
      cellPx: number;
      /** Longest side that the image is brought to first, px. */
      fitPx: number;
      minAreaPx: number;
      maxTokens: number;
    }
  | {
      /** As many cells of the image's shape as a budget holds, at any size. `fitPx`: our own longest side. */
      kind: 'shape-grid';
      fitPx: number;
      maxTokens: number;
    };

/** What one request may carry. A missing limit is not documented, or there is none. */
export interface RequestLimits {
  maxImages?: number;
  maxRequestBytes?: number;
  /** Of all images together, before base64. */
  maxImageBytes?: number;
  /** Of one image, counted after base64. */
  maxBase64BytesPerImage?: number;
  /** Longest side of one image. Larger ones are refused. */
  maxSidePx?: number;
  /** Shorter side of one image. Smaller ones are refused. */
  minSidePx?: number;
  /** Longer side of one image over its shorter one. Thinner ones are refused. */
  maxAspectRatio?: number;
  /** A stricter side limit once a request, with its history, holds more images than `aboveImages`. */
  manyImages?: { aboveImages: number; maxSidePx: number };
  /** Width times height of one image. Larger ones are refused. */
  maxPixels?: number;
  /** Of the link of an image. */
  maxLinkCharacters?: number;
  /** Input and output together. */
  contextTokens?: number;
  /** Limits that are measured or advised, not promised by the provider. Passing one is a warning. */
  advisory?: readonly LimitName[];
}

export type LimitName = Exclude<keyof RequestLimits, 'advisory'>;

/** Everything the kit knows of a model's eyes. */
export interface ModelImageRules {
  /** `gpt-5.6`, `claude-standard`: what the rows of one rule are called together. */
  family: string;
  provider: string;
  /** Where the numbers were read, and when. */
  source: { page: string; checked: string };
  /** Whether the model can see at all. */
  vision: boolean;
  /**
   * Whether `vision: false` was only guessed from the model's name. `checkRequest` then warns in place of stopping the
   * request. @defaultValue false
   */
  isGuessed?: boolean;
  /** Something the person should know: unknown model, retired model, estimate. */
  warning?: string;
  /** The provider publishes no rule for this model; the numbers are those of a relative. @defaultValue false */
  estimated?: boolean;
  /** Media types the endpoint takes. The kit re-encodes to one of these. */
  acceptedMediaTypes: readonly ImageMediaType[];
  /** Whether the endpoint fetches links by itself, and of which kind. @defaultValue true */
  links?: boolean | 'https';
  /** How each detail is sized. A missing one is not supported, and `high` is used in its place. */
  sizing: { low: Sizing; high: Sizing; original?: Sizing };
  /** What the provider makes of `auto`. */
  autoDetail: 'low' | 'high' | 'original';
  limits: RequestLimits;
}

export interface ImageTokenCount extends Size {
  /** 0 for a model that cannot see: it refuses the image, as `rejected` says. */
  tokens: number;
  /** The detail that was counted: `auto` is answered with what the provider makes of it. */
  detail: ImageDetail;
  /** The provider publishes no rule for this model; expect a difference. */
  estimated: boolean;
  /** Why the provider refuses such an image, in a sentence. */
  rejected?: string;
}

/** A price that holds for the whole request once its input is longer than `aboveInputTokens`. */
export interface TokenPriceTier {
  aboveInputTokens: number;
  inputPerMillion: number;
  outputPerMillion: number;
  /** Of input that the provider takes from its prompt cache. */
  cachedInputPerMillion?: number;
}

/** What a catalogue says a model costs, in US dollars; a `Connection` takes it as its `price`. */
export interface CataloguePrice extends Omit<TokenPriceTier, 'aboveInputTokens'> {
  /** In rising order. */
  tiers?: readonly TokenPriceTier[];
}

/** What a catalogue says of a model. What it leaves open is missing. */
export interface CatalogueModel {
  vision?: boolean;
  /** Input and output together. */
  contextTokens?: number;
  price?: CataloguePrice;
}

/** The models of one provider in a public catalogue, as `readModelCatalogue` reads it. */
export interface ModelCatalogue {
  /** Returns what is said of a model; `undefined` if it is not listed. Prefixes, tags and dates are understood. */
  find: (modelId: string) => CatalogueModel | undefined;
  /** Returns the rules with what is said of the model's eyes and context; `findRules` calls it. */
  correct: (rules: ModelImageRules, modelId: string) => ModelImageRules;
}
