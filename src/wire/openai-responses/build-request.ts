import { tidyDataUrl } from '../../internal/tidy-data-url.js';
import { Base64Slot, jsonBlob } from '../../internal/json-blob.js';
import type { ChatMessage, FilePart, ImagePart } from '../../messages/types.js';
import { assertSomethingLeft, dropFile, imageObstacle, imageDropped } from '../drop-image.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { takesFile } from '../../internal/takes-file.js';
import { openaiResponsesFacts } from './facts.js';
import { sendDetail } from '../send-detail.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import { textOf } from '../text-of.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import type {
  OpenAiResponsesBody,
  OpenAiResponsesFilePart,
  OpenAiResponsesImagePart,
  OpenAiResponsesItem,
  OpenAiResponsesTextPart,
} from './types.js';

const DETAILS = ['auto', 'low', 'high', 'original'] as const;

const BACKGROUND_DROPPED: WireWarning = {
  code: 'option-dropped',
  message:
    'The option “background” was left out, because it needs an answer that arrives in pieces.',
};

type Url = string | Base64Slot;
type UserPart =
  | OpenAiResponsesTextPart
  | OpenAiResponsesImagePart<Url>
  | OpenAiResponsesFilePart<Url>;

/**
 * Builds the body of `POST /responses`: images as `input_image` with a string URL or a `file_id`, earlier answers as
 * plain text. With `background` the server stores the response (`store: true`) and finishes it even if the connection is
 * lost.
 *
 * @throws KitError `unsupported-by-wire` if nothing of a user message can be sent
 */
export async function buildRequest(
  conversation: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { model, stream = true, maxOutputTokens, temperature, quirks = {}, extraBody } = options;
  const { responseSchema, background } = options;
  const messages = await withTextFiles(await withTrueLabels(neutral(conversation)));
  const warnings: WireWarning[] = [];
  // Without a stream, the answer to such a request would only say that the work has begun.
  const runsOn = background === true && stream;
  if (background === true && !stream) warnings.push(BACKGROUND_DROPPED);
  const body: OpenAiResponsesBody<Url> = {
    model,
    input: writeInput(messages, quirks, warnings),
    stream,
    store: runsOn,
    ...(runsOn && { background: true }),
    ...(maxOutputTokens !== undefined && { max_output_tokens: maxOutputTokens }),
    ...(temperature !== undefined && { temperature }),
    ...(responseSchema && { text: { format: { type: 'json_schema', ...responseSchema } } }),
  };
  const sent = { ...body, ...extraBody };
  return {
    path: quirks.path ?? '/responses',
    headers: { 'content-type': 'application/json' },
    body: await jsonBlob(sent, options.signal),
    warnings,
    ...(sent.background === true && { resume: {} }),
  };
}

export function writeInput(
  messages: readonly SentMessage[],
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<OpenAiResponsesItem<Url>> {
  return inTurns(imagesToUser(messages, warnings), warnings).flatMap((message) =>
    writeItem(message, quirks, warnings),
  );
}

function writeItem(
  message: SentMessage,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<OpenAiResponsesItem<Url>> {
  if (message.role !== 'user') {
    const text = textOf(message);
    if (text === '') return [];
    return message.role === 'system'
      ? [{ role: 'system', content: text }]
      : [{ role: 'assistant', content: text }];
  }
  const content = message.parts.flatMap<UserPart>((part) => {
    if (part.type === 'image') return writeImage(part, quirks, warnings);
    if (part.type === 'file') return writeFile(part, warnings);
    return part.text === '' ? [] : [{ type: 'input_text', text: part.text }];
  });
  assertSomethingLeft(message, content.length, warnings);
  return content.length === 0 ? [] : [{ role: 'user', content }];
}

function writeImage(
  part: ImagePart,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<OpenAiResponsesImagePart<Url>> {
  const obstacle = imageObstacle(part, quirks);
  if (obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle));
    return [];
  }
  const detail = sendDetail(part, quirks, DETAILS, warnings);
  const shared = { type: 'input_image', ...(detail !== undefined && { detail }) } as const;
  const { data, mediaType } = part;
  switch (data.kind) {
    case 'bytes':
      return [{ ...shared, image_url: new Base64Slot(`data:${mediaType};base64,`, data.bytes) }];
    case 'file-id':
      return [{ ...shared, file_id: data.fileId }];
    default:
      return [{ ...shared, image_url: tidyDataUrl(data.url, mediaType) }];
  }
}

function writeFile(part: FilePart, warnings: WireWarning[]): Array<OpenAiResponsesFilePart<Url>> {
  if (!takesFile(part, openaiResponsesFacts.fileParts)) return dropFile(part, warnings);
  const { data, mediaType, name = 'file' } = part;
  switch (data.kind) {
    case 'bytes':
      return [
        {
          type: 'input_file',
          filename: name,
          file_data: new Base64Slot(`data:${mediaType};base64,`, data.bytes),
        },
      ];
    case 'file-id':
      return [{ type: 'input_file', file_id: data.fileId }];
    default:
      return /^data:/i.test(data.url)
        ? [{ type: 'input_file', filename: name, file_data: data.url }]
        : [{ type: 'input_file', file_url: data.url }];
  }
}
