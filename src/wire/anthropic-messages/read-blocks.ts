/** The content of a message: text with its citations, thinking, tools and their results. */
import { asJsonText, createGivenParts, sourceOf } from '../given-parts.js';
import type { ToolFacts } from '../given-parts.js';
import { imageFromUrl } from '../image-from-url.js';
import { badResponse } from '../read-answer.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent } from '../types.js';

export interface BlockReader {
  /** Reads a block as it begins, or one that is complete. */
  open: (block: JsonRecord | undefined) => Generator<ChatEvent>;
  delta: (delta: JsonRecord | undefined) => Generator<ChatEvent>;
  /** Reads the end of the block. Does nothing if none is open. */
  close: () => Generator<ChatEvent>;
}

/** Creates a reader for blocks, which arrive one after the other. */
export function createBlockReader(): BlockReader {
  const parts = createGivenParts();
  let textChars = 0;
  let start = 0;
  let citations: JsonRecord[] = [];
  let toolId: string | undefined;

  function* say(text: string): Generator<ChatEvent> {
    if (text === '') return;
    textChars += text.length;
    yield { type: 'text-delta', text };
  }

  function* openTool(block: JsonRecord): Generator<ChatEvent> {
    toolId = asText(block['id']);
    const input = asRecord(block['input']) ?? {};
    yield* parts.tool({
      id: toolId,
      name: asText(block['name']),
      // A streamed block begins empty.
      ...(Object.keys(input).length > 0 && { arguments: JSON.stringify(input) }),
    });
  }

  return {
    *open(block) {
      start = textChars;
      const type = asText(block?.['type']);
      if (block === undefined) return;
      if (type === 'text') {
        yield* say(asText(block['text']));
        citations.push(
          ...asList(block['citations'])
            .map(asRecord)
            .filter((one) => one !== undefined),
        );
      } else if (type === 'thinking' || type === 'redacted_thinking') {
        yield { type: 'reasoning-delta', text: asText(block['thinking']) };
      } else if (type.endsWith('tool_use')) {
        yield* openTool(block);
      } else if (type.endsWith('tool_result')) {
        const id = asText(block['tool_use_id']);
        const { facts, imageUrls } = resultOf(block);
        yield* parts.tool({ id, ...facts });
        for (const url of imageUrls) yield { ...imageFromUrl(url), toolCallId: id };
      }
    },
    *delta(delta) {
      const type = delta?.['type'];
      if (delta === undefined || (type === 'text_delta' && typeof delta['text'] !== 'string')) {
        yield badResponse('The server sent a text event without text.');
      } else if (type === 'text_delta') {
        yield* say(asText(delta['text']));
      } else if (type === 'thinking_delta') {
        const text = asText(delta['thinking']);
        if (text !== '') yield { type: 'reasoning-delta', text };
      } else if (type === 'input_json_delta' && toolId !== undefined) {
        yield* parts.tool({ id: toolId, argumentsDelta: asText(delta['partial_json']) });
      } else if (type === 'citations_delta') {
        const citation = asRecord(delta['citation']);
        if (citation) citations.push(citation);
      }
    },
    *close() {
      if (toolId !== undefined) yield* parts.tool({ id: toolId, state: 'called' });
      toolId = undefined;
      for (const citation of citations) {
        const title = asText(citation['title']) || asText(citation['document_title']);
        const quote = asText(citation['cited_text']);
        yield* parts.source(
          sourceOf(asText(citation['url']) || linkOf(citation['source']), title, {
            ...(quote !== '' && { quote }),
            ...(textChars > start && { range: { start, end: textChars } }),
          }),
        );
      }
      citations = [];
    },
  };
}

/** A search result of the app's own may name its source by an address or in words. */
function linkOf(source: unknown): string {
  return /^https?:/.test(asText(source)) ? asText(source) : '';
}

function resultOf(block: JsonRecord): { facts: Omit<ToolFacts, 'id'>; imageUrls: string[] } {
  const content = block['content'];
  const single = asRecord(content);
  const items = single ? [single] : asList(content).map(asRecord);
  const failure = items.find((item) => asText(item?.['type']).endsWith('_error'));
  const isFailed = block['is_error'] === true || failure !== undefined;
  const lines = items.map((item) => lineOf(item)).filter((line) => line !== '');
  const result = typeof content === 'string' ? content : lines.join('\n');
  return {
    facts: {
      state: isFailed ? 'failed' : 'done',
      ...(result !== '' && { result }),
    },
    imageUrls: items.flatMap((item) => imageUrlOf(asRecord(item?.['source']), item?.['type'])),
  };
}

/**
 * Returns the readable part of an item: a page that was found, the output of a program, a failure, or otherwise its
 * JSON.
 */
function lineOf(item: JsonRecord | undefined): string {
  if (item === undefined || item['type'] === 'image') return '';
  const text = asText(item['text']) || asText(item['error_code']);
  if (text !== '') return text;
  const url = asText(item['url']);
  if (url !== '') return [asText(item['title']), url].filter((word) => word !== '').join(' – ');
  const printed = [asText(item['stdout']), asText(item['stderr'])].filter((out) => out !== '');
  if (printed.length > 0 || item['return_code'] !== undefined) return printed.join('\n');
  const { encrypted_content: _sealed, type: _type, ...rest } = item;
  return asJsonText(rest);
}

function imageUrlOf(source: JsonRecord | undefined, type: unknown): string[] {
  if (type !== 'image' || source === undefined) return [];
  const url = asText(source['url']);
  const base64 = asText(source['data']);
  if (base64 === '') return url === '' ? [] : [url];
  return [`data:${asText(source['media_type']) || 'image/png'};base64,${base64}`];
}
