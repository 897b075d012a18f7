import { transportOptions } from '../chat/connection.js';
import { withOwnBody } from '../chat/own-body.js';
import type { Connection } from '../chat/types.js';
import { KitError } from '../errors.js';
import type { ChatMessage } from '../messages/types.js';
import { createTransport } from '../transport/create-transport.js';
import { classifyError } from '../wire/classify-failure.js';
import type { AskOptions } from './ask.js';

/** A PNG of 64×32 px: its left half blue, its right half orange. */
const IMAGE =
  'iVBORw0KGgoAAAANSUhEUgAAAEAAAAAgCAIAAAAt/+nTAAAAOElEQVR42u3PMQ0AAAgDsElDIJ5BAwdfkxpoUvNqOq8iICAgICAgICAg' +
  'ICAgICAgICAgICAgIHC1d88opor+YxoAAAAASUVORK5CYII=';
const QUESTION = 'Which two colours does this image have? Answer with two words.';
/** A model that writes more than this has not answered in two words. */
const MAX_ANSWER_CHARS = 2_000;

/**
 * Asks a model what it sees in one tiny image, for when neither the server nor a table says. This is a real
 * request with its real cost.
 *
 * @returns `true`: it named the colours; `false`: the endpoint refused the image because it lacks vision;
 * `undefined`: it answered, but not like a model that can see
 * @throws KitError for errors that say nothing about vision, such as a refused key
 */
export async function probeVision(
  connection: Connection,
  { signal }: AskOptions = {},
): Promise<boolean | undefined> {
  const messages = question();
  const { wire, model, options } = connection;
  if (!wire.bytes) {
    throw new KitError('unsupported-by-wire', {
      message: `The wire format “${wire.name}” carries no image bytes, so the model cannot be tested.`,
    });
  }
  try {
    const written = await wire.buildRequest(messages, {
      ...options,
      model,
      ...(signal && { signal }),
    });
    const never = new AbortController().signal;
    const request = await withOwnBody(connection, written, messages, signal ?? never);
    const transport = createTransport(transportOptions(connection));
    const answer = transport.stream(request, { framing: wire.framing, ...(signal && { signal }) });
    let text = '';
    for await (const event of wire.readEvents(answer)) {
      if (event.type === 'message-fail') throw KitError.fromJSON(event);
      if (event.type === 'text-delta') text += event.text;
      if (namesBoth(text)) return true;
      if (text.length > MAX_ANSWER_CHARS) break;
    }
    return undefined;
  } catch (error) {
    if (KitError.is(error) && classifyError(error, wire)?.code === 'no-vision') return false;
    throw error;
  }
}

function namesBoth(text: string): boolean {
  return /\bblue\b/i.test(text) && /\borange\b/i.test(text);
}

function question(): ChatMessage[] {
  const bytes = Uint8Array.from(atob(IMAGE), (letter) => letter.charCodeAt(0));
  return [
    {
      id: 'probe',
      role: 'user',
      parts: [
        {
          type: 'image',
          id: 'probe-image',
          mediaType: 'image/png',
          detail: 'low',
          width: 64,
          height: 32,
          data: { kind: 'bytes', bytes: new Blob([bytes], { type: 'image/png' }) },
        },
        { type: 'text', text: QUESTION },
      ],
    },
  ];
}
