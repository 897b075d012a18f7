import { anthropicRows, anthropicShutdowns } from './anthropic.js';
import { carefulRules } from './careful-rules.js';
import { compatibleRows } from './compatible.js';
import { findServer, narrowToServer } from './find-server.js';
import { geminiRows } from './gemini.js';
import { guessByFamily, guessByWord, isOtherTask } from './guess-by-name.js';
import { guessed, type ModelRow } from './model-row.js';
import { normalizeModelId, type NormalizedModelId } from './normalize-model-id.js';
import { openaiRows, openaiShutdowns } from './openai.js';
import { applyRegistrations } from './register-model.js';
import type { ModelCatalogue, ModelImageRules } from './types.js';

/** Every table, in the order of the playground's menu. */
export const modelRows: readonly ModelRow[] = [
  ...openaiRows,
  ...anthropicRows,
  ...geminiRows,
  ...compatibleRows,
];

const shutdowns: Readonly<Record<string, string>> = { ...openaiShutdowns, ...anthropicShutdowns };

export interface FindRulesOptions {
  /** Where the model is served. A server may accept less than its models would. */
  baseUrl?: string;
  /** A public catalogue. It takes precedence over the tables, but not over models that the app registers. */
  catalogue?: ModelCatalogue;
}

/**
 * Returns what is known about a model's image input. Prefixes of routers and clouds, dates, tags and
 * `-latest` are understood, and a model in no table is recognised by its family's name. Any other name gets
 * careful rules with a `warning`; models registered by the app take precedence.
 */
export function findRules(
  modelId: string,
  { baseUrl, catalogue }: FindRulesOptions = {},
): ModelImageRules {
  const names = normalizeModelId(modelId);
  const server = findServer(modelId, baseUrl);
  const id = server?.aliases?.[names.id] ?? names.id;
  const found = findRow(id, names.name)?.rules ?? guessRules(names.name) ?? carefulRules;
  const rules = server?.setsOwnDates === true ? found : withShutdown(found, names);
  const told = catalogue?.correct(rules, modelId) ?? rules;
  const served = server ? narrowToServer(told, server) : told;
  return applyRegistrations(modelId, names, served);
}

function findRow(id: string, name: string): ModelRow | undefined {
  const named = modelRows.find(
    ({ ids, retired }) => ids?.includes(id) === true || retired?.includes(id) === true,
  );
  if (named) return named;
  const row = findByPrefix(id);
  // `gemini-embedding-001` starts like a model that sees.
  return row?.rules.vision === true && isOtherTask(name) ? undefined : row;
}

/** Names from the tables, anywhere in a name. */
const TABLE_NAME =
  /(?<![a-z0-9])(?:(?:claude|gpt|chatgpt|gemini)-?\d|claude-|(?:opus|sonnet|haiku)(?=-\d|$)|o[134](?=-|$)).*/;

/**
 * A deployment is often named after its model: `prod-gpt-4o`. That such a model reads text only is then a
 * guess.
 */
function guessRules(name: string): ModelImageRules | undefined {
  return guessByFamily(name) ?? guessByTables(name) ?? guessByWord(name);
}

function guessByTables(name: string): ModelImageRules | undefined {
  const [inside] = TABLE_NAME.exec(name) ?? [];
  if (inside === undefined) return undefined;
  const { id } = normalizeModelId(inside.replace(/^(?=opus|sonnet|haiku)/, 'claude-'));
  const row = findRow(id, name);
  if (row === undefined || row.rules.vision) return row?.rules;
  return guessed(row).rules;
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
