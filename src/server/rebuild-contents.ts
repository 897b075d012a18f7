/** Requests in `contents`, with the model in their path: rebuilt from known fields like the others. */
import { isRecord } from '../internal/read-value.js';
import { checkBareImage, checkFileId, checkImageAddress } from './check-image.js';
import { badBody, pick, type JsonObject } from './json-fields.js';
import type { ProxySettings } from './proxy-settings.js';
import { tooManyParts } from './read-body.js';
import { checkFileBytes, countFile, isFileType } from './rebuild-file.js';
import { ownSystemOnly } from './rebuild-content.js';
import { countImages, pickPlain, unsupported, type Tally } from './tally.js';
import { addressBeside } from './upstream-shape.js';

const generationFields = [
  'maxOutputTokens',
  'temperature',
  'topP',
  'topK',
  'seed',
  'stopSequences',
  'presencePenalty',
  'frequencyPenalty',
  'mediaResolution',
] as const;
const thinkingFields = ['thinkingBudget', 'thinkingLevel', 'includeThoughts'] as const;
const roles: ReadonlySet<unknown> = new Set(['user', 'model', undefined]);
const instructing: ReadonlySet<unknown> = new Set(['user', 'system', undefined]);

/** @throws ProxyRefusal */
export function rebuildContents(
  source: JsonObject,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const { contents, systemInstruction, generationConfig } = source as Record<string, unknown>;
  if (!Array.isArray(contents)) throw badBody('has no list in contents');
  if (contents.length > settings.maxMessages) throw tooManyParts(settings);
  const body: JsonObject = {
    contents: contents.map((content: unknown) => rebuildContent(content, roles, settings, tally)),
    ...pick(source, settings.extraFields),
  };
  if (systemInstruction !== undefined) {
    if (settings.system !== undefined) throw ownSystemOnly();
    body['systemInstruction'] = rebuildContent(systemInstruction, instructing, settings, tally);
  } else if (settings.system !== undefined) {
    body['systemInstruction'] = { parts: [{ text: settings.system }] };
  }
  body['generationConfig'] = rebuildConfig(generationConfig, body, settings, tally);
  return body;
}

function rebuildContent(
  content: unknown,
  allowed: ReadonlySet<unknown>,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  if (!isRecord(content) || !allowed.has(content['role'])) {
    throw badBody('has an invalid message, or one with an unknown role');
  }
  const { parts } = content as { parts?: unknown };
  if (!Array.isArray(parts)) throw badBody('has a message without parts');
  tally.parts += parts.length;
  if (tally.parts > settings.maxParts) throw tooManyParts(settings);
  return {
    ...pick(content, ['role']),
    parts: parts.map((part: unknown) => rebuildPart(part, settings, tally)),
  };
}

function rebuildPart(part: unknown, settings: ProxySettings, tally: Tally): JsonObject {
  if (!isRecord(part)) throw badBody('has an invalid part');
  const { text, inlineData, fileData, mediaResolution } = part;
  if (text !== undefined) {
    return pickPlain(part, ['text', 'thought', 'thoughtSignature'], settings, tally);
  }
  const resolution = isRecord(mediaResolution) && {
    mediaResolution: pickPlain(mediaResolution, ['level'], settings, tally),
  };
  if (isRecord(inlineData)) {
    const { mimeType } = inlineData;
    if (isFileType(mimeType)) {
      countFile(settings, tally);
      return { inlineData: { mimeType, data: checkFileBytes(inlineData['data'], mimeType) } };
    }
    countImages(1, settings, tally);
    const data = checkBareImage(inlineData['data'], mimeType ?? '');
    return { inlineData: { mimeType, data }, ...resolution };
  }
  if (isRecord(fileData)) {
    if (isFileType(fileData['mimeType'])) countFile(settings, tally);
    else countImages(1, settings, tally);
    return { fileData: rebuildFile(fileData, settings, tally), ...resolution };
  }
  throw unsupported(Object.keys(part)[0]);
}

/** Rebuilds a file of the upstream, whose id is the end of its address, or a link to an image. */
function rebuildFile(fileData: JsonObject, settings: ProxySettings, tally: Tally): JsonObject {
  const rebuilt = pickPlain(fileData, ['mimeType'], settings, tally);
  const { fileUri } = fileData as { fileUri?: unknown };
  const id = fileIdOf(fileUri, filesAddress(settings));
  if (id === undefined) return { ...rebuilt, fileUri: checkImageAddress(fileUri, settings) };
  const place = (known: string): void => {
    rebuilt['fileUri'] = `${filesAddress(settings)}/${encodeURIComponent(known)}`;
  };
  place(checkFileId(id, settings));
  tally.files.push({ id, replace: place });
  return rebuilt;
}

/** Returns the end of the address, looked up only among the files of the upstream, wherever the address leads. */
function fileIdOf(fileUri: unknown, address: string): string | undefined {
  if (typeof fileUri !== 'string') return undefined;
  const uri = fileUri.startsWith(`${address}/`)
    ? `files/${fileUri.slice(address.length + 1)}`
    : fileUri;
  return /^(?:https:\/\/[^?#]*\/v\d[^/?#]*\/)?files\/([^/?#]+)$/.exec(uri)?.[1];
}

function filesAddress({ routes, upstream }: ProxySettings): string {
  return routes.files?.upstream ?? addressBeside(upstream, 'files') ?? '';
}

function rebuildConfig(
  config: unknown,
  body: JsonObject,
  settings: ProxySettings,
  tally: Tally,
): JsonObject {
  const known = isRecord(config) ? pickPlain(config, generationFields, settings, tally) : {};
  const thinking = isRecord(config) ? config['thinkingConfig'] : undefined;
  const passed = body['generationConfig'];
  return {
    ...known,
    ...(isRecord(thinking) && {
      thinkingConfig: pickPlain(thinking, thinkingFields, settings, tally),
    }),
    ...(isRecord(passed) && passed),
    maxOutputTokens: limited(known['maxOutputTokens'], 'maxOutputTokens', settings),
  };
}

/**
 * Returns the limit that the client asks for, lowered to the maximum, or the maximum if it asks for none. @throws
 * ProxyRefusal
 */
export function limited(wish: unknown, name: string, { maxOutputTokens }: ProxySettings): number {
  if (wish === undefined || wish === null) return maxOutputTokens;
  if (typeof wish !== 'number' || !Number.isInteger(wish)) {
    throw badBody(`has no whole number in ${name}`);
  }
  // Some servers treat a number below one as "without a limit".
  return wish < 1 ? maxOutputTokens : Math.min(wish, maxOutputTokens);
}
