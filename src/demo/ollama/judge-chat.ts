/** Checks `/api/chat` requests like Ollama: plain text, with images as bare base64 in a separate field. */
import { decodeBase64 } from '../core/base64.js';
import { requestedSchema } from '../core/requested-object.js';
import type { Conversation, ReceivedImage, ReceivedTurn } from '../core/conversation.js';
import { isObject, numberOf, textOf, type JsonObject } from '../core/json.js';
import type { ServedModel } from '../core/models.js';
import { readImageBytes, receivedBytes } from '../core/receive-image.js';
import { refused } from './ollama-errors.js';

const mediaTypes: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'image/webp']);
const roles = ['system', 'user', 'assistant', 'tool'] as const;

export async function judgeOllamaChat(body: JsonObject, model: ServedModel): Promise<Conversation> {
  const messages = body['messages'];
  if (messages !== undefined && !Array.isArray(messages)) {
    throw refused(
      'json: cannot unmarshal into Go struct field ChatRequest.messages of type []api.Message',
    );
  }
  const turns: ReceivedTurn[] = [];
  for (const message of (messages ?? []) as unknown[])
    turns.push(await readMessage(message, model));
  const options = isObject(body['options']) ? body['options'] : {};
  const limit = numberOf(options['num_predict']);
  return {
    model: model.id,
    turns,
    // Ollama streams unless told not to.
    wantsStream: body['stream'] !== false,
    ...requestedSchema(body),
    ...(limit === undefined || limit < 0 ? {} : { maxOutputTokens: limit }),
  };
}

async function readMessage(message: unknown, model: ServedModel): Promise<ReceivedTurn> {
  if (!isObject(message)) throw refused('json: cannot unmarshal into Go value of type api.Message');
  const role = roles.find((candidate) => candidate === message['role']);
  if (!role) throw refused(`invalid role: ${textOf(message['role']) ?? ''}`);
  const content = message['content'] ?? '';
  if (typeof content !== 'string') {
    throw refused(
      `json: cannot unmarshal ${Array.isArray(content) ? 'array' : 'object'} into Go struct field ChatRequest.messages.content of type string`,
    );
  }
  const turn: ReceivedTurn = { role, text: content, images: [] };
  const images = message['images'] ?? [];
  for (const image of Array.isArray(images) ? (images as unknown[]) : []) {
    turn.images.push(await readImage(image, model));
  }
  return turn;
}

async function readImage(image: unknown, model: ServedModel): Promise<ReceivedImage> {
  const text = textOf(image) ?? '';
  if (!model.vision) throw refused('this model is missing data required for image input');
  const bytes = decodeBase64(text);
  if (!bytes) {
    const at = text.search(/[^A-Za-z0-9+/=]/);
    throw refused(`illegal base64 data at input byte ${at < 0 ? text.length : at}`);
  }
  const { info } = await readImageBytes(bytes);
  if (!info || !mediaTypes.has(info.mediaType)) throw refused('invalid image input');
  return receivedBytes(bytes, info, model.id, 'auto');
}
