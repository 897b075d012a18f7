import { asJsonText } from '../given-parts.js';
import type { ToolFacts } from '../given-parts.js';
import { asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';

/** Tools that the provider runs. The app runs the others. */
const HOSTED = /^(?:web_search|file_search|code_interpreter|mcp|tool_search)_call$/;

export interface ToolItem {
  facts: Omit<ToolFacts, 'id'>;
  imageUrls: readonly string[];
}

/** Returns what an output item says about a tool; `undefined` for an item of another kind. */
export function readToolItem(item: JsonRecord): ToolItem | undefined {
  const type = asText(item['type']);
  if (type.endsWith('_call_output')) return readOutput(item);
  const isCall = type.endsWith('_call') || type === 'mcp_approval_request';
  if (!isCall || type === 'image_generation_call') return undefined;
  const outputs = asList(item['outputs']).map(asRecord);
  const result = resultOf(item, outputs);
  return {
    facts: {
      name: asText(item['name']) || type.replace(/_call$/, ''),
      arguments: argumentsOf(item),
      state: stateOf(type, item),
      ...(result !== '' && { result }),
    },
    imageUrls: outputs.map((output) => asText(output?.['url'])).filter((url) => url !== ''),
  };
}

function readOutput({ output, status }: JsonRecord): ToolItem {
  const parts = (Array.isArray(output) ? asList(output) : [output]).map(asRecord);
  const text = parts.map((part) => asText(part?.['text'])).join('');
  const result = typeof output === 'string' ? output : text || asJsonText(withoutImages(output));
  return {
    facts: {
      state: status === 'incomplete' ? 'failed' : 'done',
      ...(result !== '' && { result }),
    },
    imageUrls: parts.map((part) => asText(part?.['image_url'])).filter((url) => url !== ''),
  };
}

function withoutImages(output: unknown): unknown {
  const { image_url: imageUrl, ...rest } = asRecord(output) ?? {};
  return imageUrl === undefined ? output : asText(rest['type']) === '' ? rest : undefined;
}

function argumentsOf(item: JsonRecord): string {
  const { sources: _shownAsResult, ...action } = asRecord(item['action']) ?? {};
  const given = item['arguments'] ?? item['input'] ?? item['code'] ?? item['operation'];
  if (given !== undefined && given !== null) return asJsonText(given);
  return asJsonText(Object.keys(action).length > 0 ? action : item['queries']);
}

function stateOf(type: string, item: JsonRecord): NonNullable<ToolFacts['state']> {
  const status = asText(item['status']);
  if (status === 'failed' || (item['error'] ?? undefined) !== undefined) return 'failed';
  if (!HOSTED.test(type)) return status === 'in_progress' ? 'writing' : 'called';
  if (status === 'incomplete') return 'failed';
  return status === 'completed' || (item['output'] ?? undefined) !== undefined ? 'done' : 'called';
}

function resultOf(item: JsonRecord, outputs: ReadonlyArray<JsonRecord | undefined>): string {
  const logs = outputs.map((output) => asText(output?.['logs'])).filter((text) => text !== '');
  const sources = asList(asRecord(item['action'])?.['sources'])
    .map((source) => asText(asRecord(source)?.['url']))
    .filter((url) => url !== '');
  const lines = [...logs, ...sources];
  if (lines.length > 0) return lines.join('\n');
  return asJsonText(item['error'] ?? item['output'] ?? item['results']);
}
