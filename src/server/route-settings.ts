import { invalidOption, readUpstream } from './read-upstream.js';
import type { BackgroundRoute, FilesRoute, ProxyRoutes } from './types.js';
import { addressBeside, shapeOf, type UpstreamShape } from './upstream-shape.js';

export interface FilesSettings extends Pick<FilesRoute, 'owner' | 'secret'> {
  upstream: string;
  maxBytes: number;
  fields: Readonly<Record<string, string>>;
  /** Whether an upload is announced first, and its state can be queried. */
  isStepped: boolean;
}

/** The enabled routes. */
export interface RouteSettings {
  models?: { upstream: string };
  files?: FilesSettings;
  background?: BackgroundRoute;
}

/** Page size with which a paginated list holds every model. */
const WHOLE_LIST = '1000';
const pageSizeNames: Partial<Record<UpstreamShape, string>> = {
  system: 'limit',
  contents: 'pageSize',
};

/** @throws KitError `invalid-option` for an upstream that cannot be derived, or must not be used */
export function readRoutes(
  { models, files, background }: ProxyRoutes,
  chatUpstream: string,
  maxBodyBytes: number,
): RouteSettings {
  const shape = shapeOf(chatUpstream);
  const routes: RouteSettings = {};
  if (models) {
    const { upstream } = models === true ? {} : models;
    const address = routeUpstream(upstream, 'models', chatUpstream);
    const paging = upstream === undefined ? pageSizeNames[shape ?? 'chat'] : undefined;
    routes.models = { upstream: paging === undefined ? address : wholeList(address, paging) };
  }
  if (files) {
    const { upstream, maxBytes = maxBodyBytes, fields, ...rest } = files === true ? {} : files;
    if (!(maxBytes >= 0)) throw invalidOption('routes.files.maxBytes is no number of 0 or more.');
    routes.files = {
      ...rest,
      upstream: routeUpstream(upstream, 'files', chatUpstream),
      maxBytes,
      fields: fields ?? (shape === 'system' ? {} : { purpose: 'vision' }),
      isStepped: shape === 'contents',
    };
  }
  if (background) {
    if (shape !== 'input') {
      throw invalidOption(
        'routes.background needs an upstream that ends in /responses. No other keeps answers that can be read again.',
      );
    }
    routes.background = background === true ? {} : background;
  }
  return routes;
}

function routeUpstream(
  upstream: string | URL | undefined,
  name: 'models' | 'files',
  chatUpstream: string,
): string {
  if (upstream !== undefined) return readUpstream(upstream, `routes.${name}.upstream`);
  const address = addressBeside(chatUpstream, name);
  if (address === undefined) {
    throw invalidOption(
      `routes.${name} needs an upstream of its own, since the address of the chat does not tell where its ${name} are. Pass routes: { ${name}: { upstream: 'https://…/${name}' } }.`,
    );
  }
  return address;
}

function wholeList(address: string, name: string): string {
  const url = new URL(address);
  url.searchParams.set(name, WHOLE_LIST);
  return url.href;
}
