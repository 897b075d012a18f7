import { asCount, asRecord, type JsonRecord } from '../internal/read-value.js';
import { KitError } from '../errors.js';
import { normalizeModelId } from './normalize-model-id.js';
import type {
  CatalogueModel,
  CataloguePrice,
  ModelCatalogue,
  ModelImageRules,
  TokenPriceTier,
} from './types.js';

export interface ModelCatalogueOptions {
  /** The provider of the models: the same model has different limits and prices elsewhere. */
  provider: string;
}

/**
 * Reads a catalogue in the format of `https://models.dev/api.json`, which the app has loaded. The kit never
 * loads one. Entries and fields of another shape are ignored.
 *
 * @example findRules(model, { catalogue: readModelCatalogue(json, { provider: 'openrouter' }) })
 * @throws KitError `bad-response` if it is not a catalogue, `invalid-option` for a provider that it does not
 * contain
 */
export function readModelCatalogue(
  json: unknown,
  { provider }: ModelCatalogueOptions,
): ModelCatalogue {
  const models = modelsOf(json, provider);
  const byId = new Map(
    Object.entries(models).flatMap(([id, entry]) => {
      const model = readModel(asRecord(entry));
      return model ? [[id.toLowerCase(), model] as const] : [];
    }),
  );
  const byName = new Map<string, CatalogueModel>();
  for (const [id, model] of byId) {
    const { dated } = normalizeModelId(id);
    if (!byName.has(dated)) byName.set(dated, model);
  }
  const find = (modelId: string): CatalogueModel | undefined => {
    const { dated, id } = normalizeModelId(modelId);
    return byId.get(modelId.trim().toLowerCase()) ?? byName.get(dated) ?? byName.get(id);
  };
  return {
    find,
    correct: (rules, modelId) => {
      const told = find(modelId);
      return told ? corrected(rules, told) : rules;
    },
  };
}

/** Returns the rules corrected by the catalogue; sizes and other limits stay those of the tables. */
function corrected(
  rules: ModelImageRules,
  { vision, contextTokens }: CatalogueModel,
): ModelImageRules {
  return {
    ...rules,
    ...(contextTokens !== undefined && { limits: { ...rules.limits, contextTokens } }),
    ...(vision !== undefined && vision !== rules.vision && withVision(rules, vision)),
    ...(vision !== undefined && { isGuessed: false }),
  };
}

function withVision({ provider }: ModelImageRules, vision: boolean): Partial<ModelImageRules> {
  return {
    vision,
    family: vision ? provider : `${provider}-text`,
    estimated: true,
    warning: vision
      ? 'A catalogue says that this model sees. Its token counts are estimates.'
      : 'A catalogue says that this model reads text only. Choose a model that can see before sending images.',
  };
}

function modelsOf(json: unknown, provider: string): JsonRecord {
  const providers = asRecord(json);
  if (!providers) {
    throw new KitError('bad-response', {
      message:
        'The model catalogue is not an object of providers. Pass the parsed JSON of models.dev/api.json.',
    });
  }
  const models = Object.hasOwn(providers, provider)
    ? asRecord(asRecord(providers[provider])?.['models'])
    : undefined;
  if (!models) {
    throw new KitError('invalid-option', {
      message: `The model catalogue has no provider “${provider}”. Pass a key of its outermost object, such as "openai".`,
    });
  }
  return models;
}

/** `attachment` is ignored: it is also set for models that accept other files, but no images. */
function readModel(entry: JsonRecord | undefined): CatalogueModel | undefined {
  if (!entry) return undefined;
  const input = asRecord(entry['modalities'])?.['input'];
  const vision = Array.isArray(input) ? input.includes('image') : undefined;
  const contextTokens = asCount(asRecord(entry['limit'])?.['context']);
  const price = readPrice(asRecord(entry['cost']));
  return {
    ...(vision !== undefined && { vision }),
    // Catalogues write 0 for unknown values.
    ...(contextTokens !== undefined && contextTokens > 0 && { contextTokens }),
    ...(price && { price }),
  };
}

function readPrice(cost: JsonRecord | undefined): CataloguePrice | undefined {
  const rates = readRates(cost);
  if (!cost || !rates) return undefined;
  const tiers = readTiers(cost);
  return { ...rates, ...(tiers.length > 0 && { tiers }) };
}

function readRates(cost: JsonRecord | undefined): Omit<CataloguePrice, 'tiers'> | undefined {
  const inputPerMillion = asCount(cost?.['input']);
  const outputPerMillion = asCount(cost?.['output']);
  const cachedInputPerMillion = asCount(cost?.['cache_read']);
  if (inputPerMillion === undefined || outputPerMillion === undefined) return undefined;
  return {
    inputPerMillion,
    outputPerMillion,
    ...(cachedInputPerMillion !== undefined && { cachedInputPerMillion }),
  };
}

/** `tiers: [{ input, output, tier: { type: 'context', size } }]`; older entries have one, `context_over_200k`. */
function readTiers({ tiers, context_over_200k: over200k }: JsonRecord): TokenPriceTier[] {
  if (!Array.isArray(tiers)) {
    const rates = readRates(asRecord(over200k));
    return rates ? [{ aboveInputTokens: 200_000, ...rates }] : [];
  }
  return tiers
    .flatMap((tier: unknown): TokenPriceTier[] => {
      const { type, size } = asRecord(asRecord(tier)?.['tier']) ?? {};
      const rates = readRates(asRecord(tier));
      const aboveInputTokens = asCount(size);
      if (type !== 'context' || aboveInputTokens === undefined || !rates) return [];
      return [{ aboveInputTokens, ...rates }];
    })
    .toSorted((one, other) => one.aboveInputTokens - other.aboveInputTokens);
}
