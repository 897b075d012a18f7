import { modelServers, type ModelServer } from './servers.js';
import type { ImageMediaType } from '../formats/types.js';
import type { LimitName, ModelImageRules, RequestLimits } from './types.js';

/** Returns the server behind a base URL or a model id such as `groq/...`, if its limits are known. */
export function findServer(modelId: string, baseUrl?: string): ModelServer | undefined {
  const host = hostOf(baseUrl);
  const lowerId = modelId.trim().toLowerCase();
  return modelServers.find(
    ({ hosts, idPrefixes, idShape }) =>
      (host !== undefined && hosts.some((end) => host === end || host.endsWith(`.${end}`))) ||
      idPrefixes?.some((prefix) => lowerId.startsWith(prefix)) === true ||
      idShape?.test(lowerId) === true,
  );
}

/** Restricts a model's rules if the server accepts less than the model. */
export function narrowToServer(rules: ModelImageRules, server: ModelServer): ModelImageRules {
  return {
    ...rules,
    acceptedMediaTypes: server.acceptedMediaTypes
      ? both(rules.acceptedMediaTypes, server.acceptedMediaTypes)
      : rules.acceptedMediaTypes,
    ...(server.links !== undefined && { links: server.links }),
    ...(server.sizing && { sizing: server.sizing, estimated: true, autoDetail: 'high' as const }),
    limits: stricter(rules.limits, server.limits),
  };
}

function both(
  model: readonly ImageMediaType[],
  server: readonly ImageMediaType[],
): readonly ImageMediaType[] {
  const shared = model.filter((type) => server.includes(type));
  return shared.length > 0 ? shared : server;
}

type SimpleLimit = Exclude<LimitName, 'manyImages'>;

function stricter(model: RequestLimits, server: RequestLimits): RequestLimits {
  const merged: RequestLimits = { ...model };
  const advisory = new Set(model.advisory);
  for (const name of Object.keys(server) as (keyof RequestLimits)[]) {
    if (name === 'advisory' || name === 'manyImages') continue;
    const isAdvice = server.advisory?.includes(name) === true;
    if (!isStricter(name, server[name], model[name], isAdvice)) continue;
    setLimit(merged, name, server[name]);
    if (isAdvice) advisory.add(name);
    else advisory.delete(name);
  }
  if (server.manyImages) merged.manyImages = server.manyImages;
  return { ...merged, advisory: [...advisory] };
}

/** A server's definite limit also applies if the model's own limit is equally high but only advisory. */
function isStricter(
  name: SimpleLimit,
  server: number | undefined,
  model: number | undefined,
  isAdvice: boolean,
): boolean {
  if (server === undefined || model === undefined) return server !== undefined;
  if (server === model) return !isAdvice;
  return name === 'minSidePx' ? server > model : server < model;
}

function setLimit(limits: RequestLimits, name: SimpleLimit, value: number | undefined): void {
  if (value !== undefined) limits[name] = value;
}

function hostOf(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined || !URL.canParse(baseUrl)) return undefined;
  return new URL(baseUrl).host;
}
