import { modelRows } from './find-rules.js';

/** One model for a menu. */
export interface KnownModel {
  id: string;
  provider: string;
  vision: boolean;
}

/** Returns the models that the tables know by name, newest first within a provider. */
export function listKnownModels(): KnownModel[] {
  return modelRows.flatMap(({ ids, rules: { provider, vision } }) =>
    (ids ?? []).map((id) => ({ id, provider, vision })),
  );
}
