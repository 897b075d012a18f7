import type { MadeImageOptions } from '../types.js';

/** An image to edit. */
export type OpenAiImageReference<Url = string> = { image_url: Url } | { file_id: string };

/** Body of `POST /images/generations`, and with `images` of `POST /images/edits`, as far as the kit writes it. */
export interface OpenAiImagesBody<Url = string> {
  model: string;
  prompt: string;
  images?: Array<OpenAiImageReference<Url>>;
  size?: string;
  quality?: NonNullable<MadeImageOptions['quality']>;
  background?: NonNullable<MadeImageOptions['background']>;
  output_format?: NonNullable<MadeImageOptions['format']>;
  output_compression?: number;
  n?: number;
  stream?: true;
  partial_images?: number;
}
