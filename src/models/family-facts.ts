import { base64Length } from '../internal/base64.js';
import type { ModelImageRules, RegionForm } from './types.js';

const MEBIBYTE = 1_048_576;
const CHECKED = '2026-11-29';

/**
 * Published facts about how a family handles images. Missing facts default to the careful rules of an unknown
 * model.
 */
export type FamilyFacts = Partial<
  Pick<
    ModelImageRules,
    'source' | 'acceptedMediaTypes' | 'links' | 'sizing' | 'limits' | 'warning' | 'regions'
  >
>;

const everyType = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

function source(page: string, checked = CHECKED): ModelImageRules['source'] {
  return { page, checked };
}

/** When the forms of positions were read. */
const READ = '2026-11-30';

function thousandths(page: string): RegionForm {
  return { source: source(page, READ), order: 'xy', scale: 1000 };
}

/** At most 1,024 tokens, which are about 1300 × 1300 px; `low` fits the image into 512 px first. */
export const deepseekFacts: FamilyFacts = {
  source: source('https://api-docs.deepseek.com/guides/vision'),
  acceptedMediaTypes: everyType,
  links: 'https',
  sizing: {
    low: { kind: 'row-patch', cellPx: 42, fitPx: 512, minAreaPx: 544 ** 2, maxTokens: 1024 },
    high: { kind: 'row-patch', cellPx: 42, fitPx: 8192, minAreaPx: 544 ** 2, maxTokens: 1024 },
  },
  limits: {
    maxImages: 600,
    maxRequestBytes: 48 * MEBIBYTE,
    maxBase64BytesPerImage: base64Length(32 * MEBIBYTE),
    maxSidePx: 8192,
    manyImages: { aboveImages: 14, maxSidePx: 4096 },
    maxLinkCharacters: 8192,
  },
};

export const xaiFacts: FamilyFacts = {
  source: source('https://docs.x.ai/docs/guides/image-understanding'),
  limits: { maxBase64BytesPerImage: base64Length(20 * MEBIBYTE) },
};

export const mistralFacts: FamilyFacts = {
  source: source('https://docs.mistral.ai/capabilities/vision', '2026-11-21'),
  acceptedMediaTypes: everyType,
  limits: { maxImages: 8, advisory: ['maxImages'] },
};

export const zaiFacts: FamilyFacts = {
  source: source('https://docs.z.ai/guides/vlm', '2026-11-21'),
  limits: {
    maxImages: 150,
    maxBase64BytesPerImage: base64Length(5_000_000),
    maxSidePx: 6000,
  },
  // Boxes between `<|begin_of_box|>` and `<|end_of_box|>`.
  regions: thousandths('https://www.skills.sh/zai-org/glm-skills/glmv-grounding'),
};

export const minimaxFacts: FamilyFacts = {
  source: source('https://platform.minimax.io/docs', '2026-11-21'),
  limits: {
    maxRequestBytes: 128 * MEBIBYTE,
    maxBase64BytesPerImage: base64Length(10 * MEBIBYTE),
  },
};

/** The help centre gives a single price for every image; the box is the kit's own choice. */
export const kimiFacts: FamilyFacts = {
  source: source('https://www.kimi.com/help/kimi-api/api-model-selection'),
  sizing: {
    low: { kind: 'flat', fitPx: 1024, tokens: 1024 },
    high: { kind: 'flat', fitPx: 2048, tokens: 1024 },
  },
};

/** Cells of 28 px. The budget is the one the makers recommend; servers accept up to 16,384 tokens. */
const qwen28 = qwenFacts(28, 1280);

/** The cookbook's boxes are thousandths. */
export const qwen2Facts: FamilyFacts = {
  ...qwen28,
  regions: thousandths('https://github.com/QwenLM/Qwen3-VL/issues/1486'),
};

/** Pixels of the image after its preprocessing, which stretches both sides to multiples of 28 px. */
export const qwen25Facts: FamilyFacts = {
  ...qwen28,
  regions: {
    source: source(
      'https://github.com/QwenLM/Qwen2.5-VL/blob/main/cookbooks/spatial_understanding.ipynb',
      READ,
    ),
    order: 'xy',
    scale: 'px',
    sideStepPx: 28,
  },
};

/**
 * Cells of 32 px. The budget is 2,621,440 px, the default of the makers' own service; others accept up to
 * 16,384 tokens.
 */
export const qwen3Facts: FamilyFacts = {
  ...qwenFacts(32, 2560),
  // "Changed from the absolute coordinates used in Qwen2.5-VL to relative coordinates ranging from 0 to 1000."
  regions: thousandths('https://github.com/QwenLM/Qwen3-VL/blob/main/cookbooks/2d_grounding.ipynb'),
};

function qwenFacts(patchPx: number, maxTokens: number): FamilyFacts {
  const cells = { kind: 'padded-patch', patchPx, maxEdgePx: 65_535, maxTokens } as const;
  return {
    source: source('https://docs.qwencloud.com/developer-guides/multimodal/vision'),
    sizing: { low: cells, high: cells },
    // The makers' service accepts sides of more than 10 px; others require a whole cell.
    limits: { minSidePx: 11, maxAspectRatio: 200, advisory: ['minSidePx', 'maxAspectRatio'] },
  };
}

/** A single price, for a square of 896 px. */
export const gemma3Facts: FamilyFacts = {
  source: source('https://ai.google.dev/gemma/docs/core/model_card_3'),
  sizing: {
    low: { kind: 'flat', fitPx: 896, tokens: 256 },
    high: { kind: 'flat', fitPx: 896, tokens: 256 },
  },
};

/** Points in percent, as `<point x="61.5" y="40.6">`. */
export const molmoFacts: FamilyFacts = {
  regions: {
    source: source(
      'https://github.com/allenai/olmo-ui/blob/main/src/components/thread/points/pointRegex.ts',
      READ,
    ),
    order: 'xy',
    scale: 100,
  },
};

/** Points in thousandths, as `<points coords="1 1 615 406">`. */
export const molmo2Facts: FamilyFacts = {
  regions: thousandths('https://github.com/allenai/olmo-ui'),
};

/** Cells of 48 px, at most 645,120 px in total. */
export const gemma4Facts: FamilyFacts = {
  source: source('https://inference-docs.cerebras.ai/capabilities/image-inputs'),
  sizing: {
    low: { kind: 'padded-patch', patchPx: 48, maxEdgePx: 65_535, maxTokens: 280 },
    high: { kind: 'padded-patch', patchPx: 48, maxEdgePx: 65_535, maxTokens: 280 },
  },
  // "Coordinates are expressed as normalized values relative to a 1000x1000 grid", y first.
  regions: {
    ...thousandths('https://ai.google.dev/gemma/docs/capabilities/vision/image'),
    order: 'yx',
  },
};
