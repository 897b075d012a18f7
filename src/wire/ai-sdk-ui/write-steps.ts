/** Thoughts and tools of earlier answers, which a route returns to its model. */
import type { ChatMessage, ReasoningPart, TextPart, ToolCallPart } from '../../messages/types.js';
import type { AiSdkReasoningPart, AiSdkStepPart, AiSdkTextPart, AiSdkToolPart } from './types.js';

type Step = AiSdkTextPart | AiSdkReasoningPart | AiSdkToolPart | AiSdkStepPart;

export interface Steps {
  /** Returns a text of the conversation with the thoughts and tools before it, and those behind the last one. */
  around: (text: TextPart) => Step[];
}

/** Collects the thoughts and tools of each answer by the texts that they stand next to. */
export function stepsOf(conversation: readonly ChatMessage[]): Steps {
  const written = new Map<TextPart, Step[]>();
  for (const { role, parts } of conversation) {
    if (role === 'assistant') collect(parts, written);
  }
  return { around: (text) => written.get(text) ?? [{ type: 'text', text: text.text }] };
}

function collect(parts: ChatMessage['parts'], written: Map<TextPart, Step[]>): void {
  let waiting: Step[] = [];
  let last: Step[] | undefined;
  let isAfterTool = false;
  const add = (step: Step): void => {
    // What follows a tool is another answer of the model.
    if (isAfterTool && !isTool(step)) waiting.push({ type: 'step-start' });
    isAfterTool = isTool(step);
    waiting.push(step);
  };
  for (const part of parts) {
    if (part.type === 'reasoning') writeReasoning(part).forEach(add);
    if (part.type === 'tool-call') writeTool(part).forEach(add);
    if (part.type !== 'text' || part.text === '') continue;
    add({ type: 'text', text: part.text });
    last = waiting;
    written.set(part, last);
    waiting = [];
  }
  last?.push(...waiting.filter(isTool));
}

function isTool(step: Step): boolean {
  return 'toolCallId' in step;
}

function writeReasoning({ text, summary = '', returned }: ReasoningPart): AiSdkReasoningPart[] {
  const said = text === '' ? summary : text;
  if (said === '' && !returned) return [];
  return [{ type: 'reasoning', text: said, state: 'done', ...returned }];
}

/** Calls without a result are left out: models refuse a conversation that goes on after one. */
function writeTool({
  id,
  name,
  state,
  result = '',
  returned,
  ...call
}: ToolCallPart): AiSdkToolPart[] {
  if (state !== 'done' && state !== 'failed') return [];
  const shared = {
    type: `tool-${name}`,
    toolCallId: id,
    input: jsonOr(call.arguments),
    ...returned,
    ...(returned?.['type'] === 'dynamic-tool' && { toolName: name }),
  };
  return [
    state === 'done'
      ? { ...shared, state: 'output-available', output: jsonOr(result) }
      : {
          ...shared,
          state: 'output-error',
          errorText: result === '' ? 'The tool failed.' : result,
        },
  ];
}

/** Returns the JSON of a text; a text that is none unchanged. */
function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
