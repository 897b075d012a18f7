import type { SourceLimits } from '../../formats/types.js';
import { createId } from '../../internal/create-id.js';
import { toImagePart } from '../../messages/to-image-part.js';
import type { ImagePart } from '../../messages/types.js';
import type { ImageDetail, ModelImageRules } from '../../models/types.js';
import { prepareImage } from '../../pipeline/prepare-image.js';
import type { Pipeline, PrepareOptions, PrepareProgress } from '../../pipeline/types.js';

/** Which model files are prepared for, and how. */
export interface FileImageOptions {
  /** Id of the model; a function is called for each file. @defaultValue careful rules that suit every model */
  model?: string | (() => string);
  /** Used instead of the rules of a known model. */
  rules?: ModelImageRules;
  /** @defaultValue 'auto' */
  detail?: ImageDetail | ((file: File) => ImageDetail);
  /** Limits of a file, before it is opened. */
  limits?: SourceLimits;
  /** @defaultValue the one of `prepareImage`, whose idle workers are terminated */
  pipeline?: Pipeline;
}

export interface FileTask {
  id?: string;
  signal?: AbortSignal;
  onProgress?: (progress: PrepareProgress) => void;
}

export type PrepareFile = (file: File, task?: FileTask) => Promise<ImagePart>;

/** Prepares files as images for a model. */
export function createPrepareFile(options: FileImageOptions): PrepareFile {
  const { model, rules, detail, limits, pipeline } = options;
  return async (file, { id = createId(), signal, onProgress } = {}) => {
    const prepareOptions: PrepareOptions = {
      ...(model !== undefined && { model: typeof model === 'function' ? model() : model }),
      ...(rules && { rules }),
      ...(detail !== undefined && { detail: typeof detail === 'function' ? detail(file) : detail }),
      ...(limits && { limits }),
      ...(signal && { signal }),
      ...(onProgress && { onProgress }),
    };
    const prepared = await (pipeline
      ? pipeline.prepare(file, prepareOptions)
      : prepareImage(file, prepareOptions));
    return toImagePart(prepared, { id, name: file.name });
  };
}
