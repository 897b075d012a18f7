import { jsonBlob } from '../../internal/json-blob.js';
import type { Base64Slot } from '../../internal/json-blob.js';
import type { ChatMessage, FilePart, ImagePart } from '../../messages/types.js';
import { bareImage } from '../bare-image.js';
import { assertSomethingLeft, dropFile, imageObstacle, imageDropped } from '../drop-image.js';
import { imagesFirst } from '../images-first.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { sendDetail } from '../send-detail.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import { textOf, textOfRole } from '../text-of.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import { takesFile } from '../../internal/takes-file.js';
import { anthropicMessagesFacts } from './facts.js';
import { anthropicHeaders } from './headers.js';
import { outputFormat } from './output-format.js';
import type {
  AnthropicBlock,
  AnthropicDocumentSource,
  AnthropicImageSource,
  AnthropicMessage,
  AnthropicMessagesBody,
} from './types.js';

/** The format requires a number; every model of the family can write this much. */
const DEFAULT_MAX_TOKENS = 4096;

type Base64 = string | Base64Slot;

/**
 * Builds the body of `POST /v1/messages`: images as blocks with bare base64, a URL or a file id, before the text;
 * system text in its own field. The format has no `detail`.
 *
 * @throws KitError `unsupported-by-wire` if nothing of a user message can be sent
 */
export async function buildRequest(
  conversation: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { model, stream = true, maxOutputTokens, temperature, quirks = {}, extraBody } = options;
  const { responseSchema } = options;
  const messages = await withTextFiles(await withTrueLabels(neutral(conversation)));
  const warnings: WireWarning[] = [];
  const body: AnthropicMessagesBody<Base64> = {
    model,
    max_tokens: maxOutputTokens ?? DEFAULT_MAX_TOKENS,
    ...writeInput(messages, quirks, warnings),
    stream,
    ...(temperature !== undefined && { temperature }),
    ...(responseSchema && { output_config: { format: outputFormat(responseSchema) } }),
  };
  return {
    path: quirks.path ?? '/v1/messages',
    headers: { 'content-type': 'application/json', ...anthropicHeaders },
    body: await jsonBlob({ ...body, ...extraBody }, options.signal),
    warnings,
  };
}

export function writeInput(
  messages: readonly SentMessage[],
  quirks: WireQuirks,
  warnings: WireWarning[],
): Pick<AnthropicMessagesBody<Base64>, 'system' | 'messages'> {
  const system = textOfRole(messages, 'system');
  return {
    ...(system !== '' && { system }),
    messages: inTurns(imagesToUser(messages, warnings), warnings).flatMap((message) =>
      writeMessage(message, quirks, warnings),
    ),
  };
}

function writeMessage(
  message: SentMessage,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<AnthropicMessage<Base64>> {
  switch (message.role) {
    case 'system':
      return [];
    case 'assistant': {
      const text = textOf(message).trimEnd();
      return text === '' ? [] : [{ role: 'assistant', content: text }];
    }
    default: {
      const content = imagesFirst(message.parts).flatMap<AnthropicBlock<Base64>>((part) => {
        if (part.type === 'image') return writeImage(part, quirks, warnings);
        if (part.type === 'file') return writeFile(part, warnings);
        // The server refuses text of blanks only.
        return part.text.trim() === '' ? [] : [{ type: 'text', text: part.text }];
      });
      assertSomethingLeft(message, content.length, warnings);
      return content.length === 0 ? [] : [{ role: 'user', content }];
    }
  }
}

function writeImage(
  part: ImagePart,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<AnthropicBlock<Base64>> {
  const obstacle = imageObstacle(part, quirks);
  if (obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle));
    return [];
  }
  sendDetail(part, { omitDetail: true }, [], warnings);
  return [{ type: 'image', source: sourceOf(part) }];
}

function sourceOf(part: ImagePart): AnthropicImageSource<Base64> {
  const image = bareImage(part);
  switch (image.kind) {
    case 'base64':
      return { type: 'base64', media_type: image.mediaType, data: image.base64 };
    case 'url':
      return { type: 'url', url: image.url };
    default:
      return { type: 'file', file_id: image.fileId };
  }
}

function writeFile(part: FilePart, warnings: WireWarning[]): Array<AnthropicBlock<Base64>> {
  if (!takesFile(part, anthropicMessagesFacts.fileParts)) return dropFile(part, warnings);
  const title = part.name !== undefined && { title: part.name };
  return [{ type: 'document', source: documentOf(part), ...title }];
}

function documentOf(part: FilePart): AnthropicDocumentSource<Base64> {
  const file = bareImage(part);
  switch (file.kind) {
    case 'base64':
      return { type: 'base64', media_type: 'application/pdf', data: file.base64 };
    case 'url':
      return { type: 'url', url: file.url };
    default:
      return { type: 'file', file_id: file.fileId };
  }
}
