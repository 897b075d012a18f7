import type { Connection } from '../chat/types.js';
import { KitError } from '../errors.js';
import { findRules } from '../models/find-rules.js';
import { registeredVision } from '../models/register-model.js';
import type { ModelCatalogue } from '../models/types.js';
import type { WireModels } from '../wire/types.js';
import type { WireModel } from '../wire/types.js';
import { ask, unreadable } from './ask.js';
import type { AskOptions } from './ask.js';
import { takeHints } from './take-hints.js';

export interface ListedModel {
  id: string;
  /** Whether the model accepts images; `undefined` if unknown. */
  vision: boolean | undefined;
  /** Source of `vision`: the app, the server, a catalogue, the kit's own table, or only the model's name. */
  visionFrom: 'app' | 'server' | 'catalogue' | 'table' | 'name';
}

export interface ListModelsOptions extends AskOptions {
  /** A public catalogue, for models that the server does not describe. */
  catalogue?: ModelCatalogue | undefined;
}

/** Guards against endless pagination. */
const MAX_PAGES = 50;

/**
 * Requests the models of a server, and determines which of them can see.
 *
 * Many servers state it themselves, some at another endpoint; otherwise it is taken from the catalogue that
 * is passed, then from the kit's table, then guessed from the model's name. The app's own statements take
 * precedence: for the connection's own model `capabilities` or `rules`, for any other `registerModel`.
 *
 * @throws KitError `bad-response` if the response is not a list, `unsupported-by-wire` for a format without
 * one, and the codes of a request
 */
export async function listModels(
  connection: Connection,
  { catalogue, ...options }: ListModelsOptions = {},
): Promise<readonly ListedModel[]> {
  const { models: wireModels, name } = connection.wire;
  if (!wireModels) {
    throw new KitError('unsupported-by-wire', {
      message: `The wire format “${name}” cannot list models. Enter the name of the model.`,
    });
  }
  const listed = await readPages(connection, wireModels, options);
  const told = await takeHints(connection, wireModels.hints ?? [], listed, options);
  const models = told
    .map((model) => judge(model, catalogue))
    .toSorted((a, b) => a.id.localeCompare(b.id));
  return withAppsWord(models, connection);
}

/** Returns the models, with the app's own descriptions applied. */
export function withAppsWord(
  models: readonly ListedModel[],
  { model, capabilities, rules }: Pick<Connection, 'model' | 'capabilities' | 'rules'>,
): readonly ListedModel[] {
  const own = capabilities?.vision ?? rules?.vision;
  return models.map((listed) => {
    const vision = (listed.id === model ? own : undefined) ?? registeredVision(listed.id);
    return vision === undefined ? listed : { id: listed.id, vision, visionFrom: 'app' };
  });
}

async function readPages(
  connection: Connection,
  { path: firstPath, headers, read }: WireModels,
  options: AskOptions,
): Promise<readonly WireModel[]> {
  const found = new Map<string, WireModel>();
  let path: string | undefined = firstPath;
  for (let pages = 0; path !== undefined && pages < MAX_PAGES; pages += 1) {
    const page = read(await ask(connection, { path, method: 'GET', headers }, options));
    if (!page) throw unreadable('a list of models', 'Type the name of the model.');
    for (const model of page.models) found.set(model.id, model);
    path = page.nextPath;
  }
  return [...found.values()];
}

function judge({ id, vision }: WireModel, catalogue: ModelCatalogue | undefined): ListedModel {
  if (vision !== undefined) return { id, vision, visionFrom: 'server' };
  const listed = catalogue?.find(id)?.vision;
  if (listed !== undefined) return { id, vision: listed, visionFrom: 'catalogue' };
  const known = findRules(id);
  return {
    id,
    vision: known.family === 'unknown' ? undefined : known.vision,
    visionFrom: known.isGuessed === true ? 'name' : 'table',
  };
}
