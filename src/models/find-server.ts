import { modelServers, type ModelServer } from './servers.js';
import type { ImageMediaType } from '../formats/types.js';
import type { LimitName, ModelImageRules, RequestLimits } from './types.js';

/** The server behind a base URL or a model id such as `groq/...`, when its limits are known. */
export function findServer(modelId: string, baseUrl?: string): ModelServer | undefined {
  const host = hostOf(baseUrl);
  const lowerId = modelId.trim().toLowerCase();
  return modelServers.find(
    ({ hosts, idPrefixes }) =>
      (host !== undefined && hosts.some((end) => host === end || host.endsWith(`.${end}`))) ||
      idPrefixes?.some((prefix) => lowerId.startsWith(prefix)) ||
      false,
  );
}

/** A model's rules where a server in between takes less than the model. */
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
    if ((server[name] ?? Infinity) >= (model[name] ?? Infinity)) continue;
    setLimit(merged, name, server[name]);
    if (server.advisory?.includes(name)) advisory.add(name);
    else advisory.delete(name);
  }
  if (server.manyImages) merged.manyImages = server.manyImages;
  return { ...merged, advisory: [...advisory] };
}

function setLimit(limits: RequestLimits, name: SimpleLimit, value: number | undefined): void {
  if (value !== undefined) limits[name] = value;
}

function hostOf(baseUrl: string | undefined): string | undefined {
  if (baseUrl === undefined || !URL.canParse(baseUrl)) return undefined;
  return new URL(baseUrl).host;
}
