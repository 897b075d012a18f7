import { invalidOption, readUpstream } from './read-upstream.js';
import type { FilesRoute, ProxyRoutes } from './types.js';

export interface FilesSettings extends Pick<FilesRoute, 'owner' | 'secret'> {
  upstream: string;
  maxBytes: number;
  fields: Readonly<Record<string, string>>;
}

/** The routes that are enabled. */
export interface RouteSettings {
  models?: { upstream: string };
  files?: FilesSettings;
}

/** Where lists come in pages, one of this size holds every model; without it there are twenty. */
const WHOLE_LIST = '1000';

/** @throws KitError `invalid-option` for an upstream that cannot be told, or must not be used */
export function readRoutes(
  { models, files }: ProxyRoutes,
  chatUpstream: string,
  maxBodyBytes: number,
): RouteSettings {
  const routes: RouteSettings = {};
  if (models) {
    const { upstream } = models === true ? {} : models;
    const address = routeUpstream(upstream, 'models', chatUpstream);
    const isPaged = upstream === undefined && isMessagesApi(chatUpstream);
    routes.models = { upstream: isPaged ? wholeList(address) : address };
  }
  if (files) {
    const { upstream, maxBytes = maxBodyBytes, fields, ...rest } = files === true ? {} : files;
    if (!(maxBytes >= 0)) throw invalidOption('routes.files.maxBytes is no number of 0 or more.');
    routes.files = {
      ...rest,
      upstream: routeUpstream(upstream, 'files', chatUpstream),
      maxBytes,
      fields: fields ?? (isMessagesApi(chatUpstream) ? {} : { purpose: 'vision' }),
    };
  }
  return routes;
}

/** Whether an address is that of an API whose body has `system` beside `messages`. */
export function isMessagesApi(upstream: string): boolean {
  return new URL(upstream).pathname.endsWith('/messages');
}

function routeUpstream(
  upstream: string | URL | undefined,
  name: 'models' | 'files',
  chatUpstream: string,
): string {
  if (upstream !== undefined) return readUpstream(upstream, `routes.${name}.upstream`);
  const url = new URL(chatUpstream);
  const base = /^(.*)\/(?:chat\/completions|responses|messages)$/.exec(url.pathname)?.[1];
  if (base === undefined) {
    throw invalidOption(
      `routes.${name} needs an upstream of its own, since the address of the chat does not tell where its ${name} are. Pass routes: { ${name}: { upstream: 'https://…/${name}' } }.`,
    );
  }
  url.pathname = `${base}/${name}`;
  return url.href;
}

function wholeList(address: string): string {
  const url = new URL(address);
  url.searchParams.set('limit', WHOLE_LIST);
  return url.href;
}
