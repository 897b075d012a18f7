import { tidyDataUrl } from '../../internal/tidy-data-url.js';
import { Base64Slot, jsonBlob } from '../../internal/json-blob.js';
import type { ChatMessage, FilePart, ImagePart } from '../../messages/types.js';
import { assertSomethingLeft, imageDropped, imageObstacle } from '../drop-image.js';
import { imagesToUser } from '../images-to-user.js';
import { inTurns } from '../in-turns.js';
import { neutral } from '../neutral.js';
import type { SentMessage } from '../neutral.js';
import { sendDetail } from '../send-detail.js';
import { textOfRole } from '../text-of.js';
import { withTrueLabels } from '../true-label.js';
import { withTextFiles } from '../with-text-files.js';
import type { WireOptions, WireQuirks, WireRequest, WireWarning } from '../types.js';
import { type Steps, stepsOf } from './write-steps.js';
import type { AiSdkFilePart, AiSdkMessage, AiSdkUiBody, UrlOrSlot } from './types.js';

const DETAILS = ['auto', 'low', 'high', 'original'] as const;

/** Providers of the AI SDK that read a detail. They ignore the entries of others. */
export const detailProviders = ['openai', 'xai'] as const;

/** File ids belong to a provider, and the conversation does not say which. Most ids come from this one. */
const FILE_PROVIDER = 'openai';

type Part = AiSdkMessage<UrlOrSlot>['parts'][number];

/**
 * Builds the body of a request to a `useChat` route: the conversation as `UIMessage`s, images and files as file parts
 * with their detail in `providerMetadata`, thoughts and tools of earlier answers as they arrived. System text is sent as `system` next to the messages, since the SDK refuses
 * instructions that come as messages; a route has to read it. Limits and temperature are decided by the route.
 *
 * @throws KitError `unsupported-by-wire` if nothing of a user message can be sent
 */
export async function buildRequest(
  conversation: readonly ChatMessage[],
  options: WireOptions,
): Promise<WireRequest> {
  const { model, quirks = {}, extraBody, signal } = options;
  const messages = await withTextFiles(await withTrueLabels(neutral(conversation)));
  const warnings = optionWarnings(options);
  const system = textOfRole(messages, 'system');
  const steps = stepsOf(conversation);
  const body: AiSdkUiBody<UrlOrSlot> = {
    // The same in every turn of a conversation.
    id: conversation.find(({ role }) => role !== 'system')?.id ?? 'conversation',
    messages: inTurns(imagesToUser(messages, warnings), warnings).flatMap((message) =>
      writeMessage(message, steps, quirks, warnings),
    ),
    trigger: 'submit-message',
    ...(model !== '' && { model }),
    ...(system !== '' && { system }),
    ...(options.responseSchema && { responseSchema: options.responseSchema }),
  };
  const sent = { ...body, ...extraBody };
  return {
    path: quirks.path ?? '',
    headers: { 'content-type': 'application/json' },
    body: await jsonBlob(sent, signal),
    warnings,
    // Dots alone would lead to another address.
    ...(!/^\.{0,2}$/.test(sent.id) && { resume: { id: sent.id } }),
  };
}

function optionWarnings({ maxOutputTokens, temperature, stream }: WireOptions): WireWarning[] {
  const dropped = Object.entries({
    maxOutputTokens,
    temperature,
    stream: stream === false ? stream : undefined,
  }).filter(([, value]) => value !== undefined);
  return dropped.map(([name]) => ({
    code: 'option-dropped',
    message: `The option “${name}” was left out, because a route of the AI SDK decides that itself.`,
  }));
}

function writeMessage(
  message: SentMessage,
  steps: Steps,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<AiSdkMessage<UrlOrSlot>> {
  const { id, role } = message;
  if (role === 'system') return [];
  const parts = message.parts.flatMap<Part>((part) => {
    if (part.type === 'image') return writeImage(part, quirks, warnings);
    if (part.type === 'file') return [writeFile(part)];
    return part.text === '' ? [] : steps.around(part);
  });
  assertSomethingLeft(message, parts.length, warnings);
  return parts.length === 0 ? [] : [{ id, role, parts }];
}

function writeImage(
  part: ImagePart,
  quirks: WireQuirks,
  warnings: WireWarning[],
): Array<AiSdkFilePart<UrlOrSlot>> {
  const obstacle = imageObstacle(part, quirks);
  if (obstacle !== undefined) {
    warnings.push(imageDropped(part, obstacle));
    return [];
  }
  const imageDetail = sendDetail(part, quirks, DETAILS, warnings);
  return [
    {
      ...writeFile(part),
      ...(imageDetail !== undefined && {
        providerMetadata: Object.fromEntries(
          detailProviders.map((name) => [name, { imageDetail }]),
        ),
      }),
    },
  ];
}

function writeFile(part: ImagePart | FilePart): AiSdkFilePart<UrlOrSlot> {
  const { data, mediaType } = part;
  const shared = {
    type: 'file',
    mediaType,
    // Image names are private; they are sent on request only.
    ...(part.type === 'file' && part.name !== undefined && { filename: part.name }),
  } as const;
  switch (data.kind) {
    case 'bytes':
      return { ...shared, url: new Base64Slot(`data:${mediaType};base64,`, data.bytes) };
    case 'url':
      return { ...shared, url: tidyDataUrl(data.url, mediaType) };
    default:
      return { ...shared, url: '', providerReference: { [FILE_PROVIDER]: data.fileId } };
  }
}
