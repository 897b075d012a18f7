import type { WireResponseSchema } from '../../objects/types.js';
import type { ImageDetail } from '../../models/types.js';

/** Exactly one of `image_url` (a string here, not an object) and `file_id`. */
export type OpenAiResponsesImagePart<Url = string> =
  | { type: 'input_image'; image_url: Url; detail?: ImageDetail }
  | { type: 'input_image'; file_id: string; detail?: ImageDetail };

export interface OpenAiResponsesTextPart {
  type: 'input_text';
  text: string;
}

/** Exactly one of `file_data` (a data URL, with a name), `file_url` and `file_id`. */
export type OpenAiResponsesFilePart<Url = string> =
  | { type: 'input_file'; filename: string; file_data: Url }
  | { type: 'input_file'; file_url: string }
  | { type: 'input_file'; file_id: string };

export type OpenAiResponsesItem<Url = string> =
  | { role: 'system'; content: string }
  | { role: 'assistant'; content: string }
  | {
      role: 'user';
      content: Array<
        OpenAiResponsesTextPart | OpenAiResponsesImagePart<Url> | OpenAiResponsesFilePart<Url>
      >;
    };

/** Body of `POST /responses`, as far as the kit writes it. */
export interface OpenAiResponsesBody<Url = string> {
  model: string;
  input: Array<OpenAiResponsesItem<Url>>;
  stream: boolean;
  /** The kit sends the whole conversation each time, so the server need not store it, except for `background`. */
  store: boolean;
  /** The server finishes the answer even if the connection is lost. */
  background?: true;
  max_output_tokens?: number;
  temperature?: number;
  text?: { format: { type: 'json_schema' } & WireResponseSchema };
}
