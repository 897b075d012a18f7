import { KitError } from '../errors.js';
import type { KitErrorFacts, RequestErrorCode } from '../errors.js';
import { maskKeys } from '../internal/mask-keys.js';
import { readProviderError } from '../internal/read-provider-error.js';
import { requestErrorCode } from '../internal/request-error-code.js';
import { asRecord, type JsonRecord } from '../internal/read-value.js';
import { grownSource, grownToolCall, isSameSource } from '../messages/grow-parts.js';
import type { SourcePart, ToolCallPart } from '../messages/types.js';
import type { ChatEvent, WireFormat } from '../wire/types.js';
import type { BatchAnswer, BatchResult } from './types.js';

/**
 * Reads one line of results, of either kind: `{custom_id, response: {status_code, body}, error}` or
 * `{custom_id, result: {type, message | error}}`. Returns a result whatever the line contains.
 */
export async function readResultLine(line: string, wire: WireFormat): Promise<BatchResult> {
  const value = parse(line);
  const customId = value?.['custom_id'];
  if (value === undefined || typeof customId !== 'string' || customId === '') {
    return { customId: '', status: 'unreadable', error: unreadable() };
  }
  const result = asRecord(value['result']);
  if (result !== undefined) {
    if (result['type'] === 'succeeded') return succeeded(customId, result['message'], wire);
    return failed(customId, 400, result);
  }
  const response = asRecord(value['response']);
  const body = asRecord(response?.['body']);
  // Some servers write the status as text, or none, and an empty error beside an answer.
  const status = Number(response?.['status_code'] ?? (body && !body['error'] ? 200 : 400));
  const error = asRecord(value['error']);
  const hasError = error ? Object.keys(error).length > 0 : Boolean(value['error']);
  const isSuccess = status >= 200 && status < 300;
  if (isSuccess && !hasError) return succeeded(customId, response?.['body'], wire);
  return failed(customId, Number.isNaN(status) ? 400 : status, {
    ...body,
    ...(hasError && error && { error }),
  });
}

async function succeeded(customId: string, body: unknown, wire: WireFormat): Promise<BatchResult> {
  const answer: { -readonly [Key in keyof BatchAnswer]: BatchAnswer[Key] } & { images: string[] } =
    {
      text: '',
      refusal: '',
      images: [],
    };
  for await (const event of wire.readEvents(oneEvent(JSON.stringify(body ?? null)))) {
    switch (event.type) {
      case 'text-delta':
        answer.text += event.text;
        break;
      case 'refusal-delta':
        answer.refusal += event.text;
        break;
      case 'image-add':
        answer.images.push(event.url);
        break;
      case 'reasoning-delta':
        answer.reasoning = (answer.reasoning ?? '') + event.text;
        break;
      case 'text-was-reasoning':
        answer.reasoning = (answer.reasoning ?? '') + answer.text.trim();
        answer.text = '';
        break;
      case 'source-add':
        answer.sources = withSource(answer.sources, event);
        break;
      case 'tool-update':
        answer.toolCalls = withToolCall(answer.toolCalls, event);
        break;
      case 'usage-update':
        if (event.inputTokens !== undefined) answer.inputTokens = event.inputTokens;
        if (event.outputTokens !== undefined) answer.outputTokens = event.outputTokens;
        break;
      case 'message-end':
        answer.endReason = event.reason;
        break;
      case 'message-fail':
        return {
          customId,
          status: 'failed',
          error: KitError.fromJSON(event),
          ...((answer.text !== '' || answer.images.length > 0 || answer.toolCalls) && { answer }),
        };
      default:
    }
  }
  return { customId, status: 'succeeded', answer };
}

function withSource(
  sources: readonly SourcePart[] = [],
  { type: _type, ...news }: Extract<ChatEvent, { type: 'source-add' }>,
): readonly SourcePart[] {
  const index = sources.findIndex((known) => isSameSource(known, news));
  const source = grownSource(sources[index], news);
  return index < 0 ? [...sources, source] : sources.with(index, source);
}

function withToolCall(
  calls: readonly ToolCallPart[] = [],
  { type: _type, ...news }: Extract<ChatEvent, { type: 'tool-update' }>,
): readonly ToolCallPart[] {
  const index = calls.findIndex(({ id }) => id === news.id);
  const call = grownToolCall(calls[index], news);
  return index < 0 ? [...calls, call] : calls.with(index, call);
}

function failed(customId: string, status: number, body: JsonRecord): BatchResult {
  // The other kind wraps its error once more.
  const inner = asRecord(asRecord(body['error'])?.['error']);
  const said = readProviderError(inner === undefined ? body : { error: inner }) ?? {};
  const providerMessage = said.message === undefined ? undefined : maskKeys(said.message);
  const type = body['type'];
  if (type === 'expired' || said.code === 'batch_expired') {
    return {
      customId,
      status: 'expired',
      error: notDone(
        'The batch expired before this request was completed. Send it again.',
        status,
        'expired',
      ),
    };
  }
  if (type === 'canceled' || said.code === 'batch_cancelled') {
    return {
      customId,
      status: 'cancelled',
      error: notDone('The batch was stopped before this request was done.', status, 'cancelled'),
    };
  }
  const code: RequestErrorCode = requestErrorCode(status, said, providerMessage ?? '');
  const facts: KitErrorFacts = {
    status,
    ...(said.code !== undefined && { providerCode: maskKeys(said.code) }),
    ...(providerMessage !== undefined && { providerMessage }),
  };
  const words = providerMessage === undefined ? '' : ` The provider says: “${providerMessage}”`;
  return {
    customId,
    status: 'failed',
    error: new KitError(code, { message: `The request of this line was refused.${words}`, facts }),
  };
}

function notDone(message: string, status: number, providerCode: string): KitError {
  return new KitError('incomplete', { message, facts: { status, providerCode, retryable: true } });
}

function unreadable(): KitError {
  return new KitError('bad-response', {
    message: 'A line of the results cannot be read, so it is unknown which request it answers.',
  });
}

async function* oneEvent(
  data: string,
): AsyncGenerator<{ event: string; data: string; id: string }> {
  yield { event: 'message', data, id: '' };
}

function parse(line: string): JsonRecord | undefined {
  try {
    return asRecord(JSON.parse(line));
  } catch {
    return undefined;
  }
}
