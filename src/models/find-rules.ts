import { anthropicRows, anthropicShutdowns } from './anthropic.js';
import { carefulRules } from './careful-rules.js';
import { compatibleRows } from './compatible.js';
import { findServer, narrowToServer } from './find-server.js';
import { geminiRows } from './gemini.js';
import type { ModelRow } from './model-row.js';
import { normalizeModelId, type NormalizedModelId } from './normalize-model-id.js';
import { openaiRows, openaiShutdowns } from './openai.js';
import { applyRegistrations } from './register-model.js';
import type { ModelImageRules } from './types.js';

/** Every table, in the order of the playground's menu. */
export const modelRows: readonly ModelRow[] = [
  ...openaiRows,
  ...anthropicRows,
  ...geminiRows,
  ...compatibleRows,
];

const shutdowns: Readonly<Record<string, string>> = { ...openaiShutdowns, ...anthropicShutdowns };

export interface FindRulesOptions {
  /** Where the model is served. A server may take less than its models would. */
  baseUrl?: string;
}

/**
 * What is known of a model's eyes. Router prefixes, clouds' names, dates and `-latest` are understood. A model that no
 * table knows gets careful rules with a `warning`; models registered by the app come first.
 */
export function findRules(modelId: string, { baseUrl }: FindRulesOptions = {}): ModelImageRules {
  const names = normalizeModelId(modelId);
  const rules = withShutdown(findRow(names.id)?.rules ?? carefulRules, names);
  const server = findServer(modelId, baseUrl);
  const served = server ? narrowToServer(rules, server) : rules;
  return applyRegistrations(modelId, names, served);
}

function findRow(id: string): ModelRow | undefined {
  return modelRows.find(({ ids }) => ids?.includes(id)) ?? findByPrefix(id);
}

function findByPrefix(id: string): ModelRow | undefined {
  let found: ModelRow | undefined;
  let foundLength = 0;
  for (const row of modelRows) {
    for (const prefix of row.prefixes ?? []) {
      if (prefix.length > foundLength && beginsWith(id, prefix)) {
        found = row;
        foundLength = prefix.length;
      }
    }
  }
  return found;
}

function beginsWith(id: string, prefix: string): boolean {
  if (!id.startsWith(prefix)) return false;
  return id.length === prefix.length || /[-.]$/.test(prefix) || id[prefix.length] === '-';
}

function withShutdown(rules: ModelImageRules, { dated, id }: NormalizedModelId): ModelImageRules {
  const day = shutdowns[dated] ?? shutdowns[id];
  if (day === undefined) return rules;
  const sentence = `The provider's shutdown date for this model is ${day}.`;
  return { ...rules, warning: rules.warning ? `${rules.warning} ${sentence}` : sentence };
}
