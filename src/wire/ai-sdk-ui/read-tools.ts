import { asJsonText } from '../given-parts.js';
import type { GivenParts } from '../given-parts.js';
import { imageFromUrl, previewFromUrl } from '../image-from-url.js';
import { mediaTypeOfBase64 } from '../true-label.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ReturnedFields } from '../../messages/types.js';
import type { ChatEvent } from '../types.js';

export type ReadTool = (type: string, chunk: JsonRecord) => Generator<ChatEvent>;

/** Reads the chunks of a tool call. Chunks of other kinds yield nothing. */
export function createToolReader(parts: GivenParts): ReadTool {
  /** Calls whose image has been shown while it was made. */
  const making = new Set<string>();

  return function* readTool(type, chunk) {
    const id = asText(chunk['toolCallId']);
    const name = asText(chunk['toolName']);
    const returned = returnedFields(type, chunk);
    const call = { id, ...(name !== '' && { name }), ...(returned && { returned }) };
    switch (type) {
      case 'tool-input-start':
        yield* parts.tool(call);
        return;
      case 'tool-input-delta':
        yield* parts.tool({ ...call, argumentsDelta: asText(chunk['inputTextDelta']) });
        return;
      case 'tool-input-available':
        yield* parts.tool({ ...call, arguments: asJsonText(chunk['input']), state: 'called' });
        if (name === 'image_generation') {
          making.add(id);
          yield { type: 'image-progress', id };
        }
        return;
      case 'tool-input-error':
        yield* parts.tool({
          ...call,
          arguments: asJsonText(chunk['input']),
          state: 'failed',
          result: asText(chunk['errorText']),
        });
        return;
      case 'tool-output-available': {
        const { text, imageUrls } = outputOf(chunk['output']);
        const isLast = chunk['preliminary'] !== true;
        yield* parts.tool({ ...call, state: isLast ? 'done' : 'called', result: text });
        if (!isLast && imageUrls.length > 0) making.add(id);
        for (const url of imageUrls) {
          yield isLast
            ? {
                ...imageFromUrl(url),
                toolCallId: id,
                ...(making.has(id) && { progressId: id }),
              }
            : previewFromUrl(id, url);
        }
        return;
      }
      case 'tool-output-error':
        yield* parts.tool({ ...call, state: 'failed', result: asText(chunk['errorText']) });
        return;
      case 'tool-output-denied':
        yield* parts.tool({ ...call, state: 'failed' });
        return;
      default:
    }
  };
}

/**
 * MCP tools and tools with content answer with a list of items, in which images are base64 or addresses; the image
 * tools of providers with an image alone.
 */
function outputOf(output: unknown): { text: string; imageUrls: string[] } {
  const { content, value, result } = asRecord(output) ?? {};
  const made = mediaTypeOfBase64(asText(result));
  if (made) return { text: '', imageUrls: [`data:${made};base64,${asText(result)}`] };
  const items = asList(
    Array.isArray(output) ? output : Array.isArray(content) ? content : value,
  ).map(asRecord);
  const imageUrls = items.flatMap((item) => imageUrlOf(item));
  if (imageUrls.length === 0) return { text: asJsonText(output), imageUrls };
  const texts = items.map((item) => asText(item?.['text'])).filter((text) => text !== '');
  return { text: texts.join('\n'), imageUrls };
}

function imageUrlOf(item: JsonRecord | undefined): string[] {
  const type = asText(item?.['type']);
  const mediaType = asText(item?.['mediaType']) || asText(item?.['mimeType']);
  const data = asText(item?.['data']);
  const url = asText(item?.['url']);
  const isImage = type.startsWith('image') || mediaType.startsWith('image/');
  if (!isImage || (data === '' && url === '')) return [];
  if (/^(?:data|https?):/.test(data)) return [data];
  return [data === '' ? url : `data:${mediaType || 'image/png'};base64,${data}`];
}

/** The fields of the tool part of a `UIMessage` besides its call and its result. */
function returnedFields(type: string, chunk: JsonRecord): ReturnedFields | undefined {
  const metadata = asRecord(chunk['providerMetadata']);
  const isOutput = type.startsWith('tool-output');
  const fields = {
    ...(chunk['dynamic'] === true && { type: 'dynamic-tool' }),
    ...(chunk['providerExecuted'] === true && { providerExecuted: true }),
    ...(metadata && { [isOutput ? 'resultProviderMetadata' : 'callProviderMetadata']: metadata }),
  };
  return Object.keys(fields).length === 0 ? undefined : fields;
}
