/** Sources and tool calls arrive piece by piece. */
import type { ReturnedFields, SourcePart, TextRange, ToolCallPart } from './types.js';

/** An update about a source. */
export interface SourceNews {
  url?: string;
  title?: string;
  quote?: string;
  range?: TextRange;
}

/** An update about a tool call. Omitted fields stay unchanged. */
export interface ToolCallNews {
  id: string;
  name?: string;
  /** Replaces the arguments so far. */
  arguments?: string;
  /** Appended to the arguments so far. */
  argumentsDelta?: string;
  /** @defaultValue 'writing' for a call that is new */
  state?: ToolCallPart['state'];
  result?: string;
  /** Merged into those so far. */
  returned?: ReturnedFields;
}

/** Whether this is another reference to a known source. */
export function isSameSource(known: SourcePart, { url, title }: SourceNews): boolean {
  return url === undefined ? known.url === undefined && known.title === title : known.url === url;
}

export function grownSource(
  known: SourcePart | undefined,
  { url, title = '', quote, range }: SourceNews,
): SourcePart {
  const { ranges = [], ...before } = known ?? {};
  return {
    ...(quote !== undefined && { quote }),
    ...before,
    type: 'source',
    ...(url !== undefined && { url }),
    ...(title !== '' && { title }),
    ranges: range ? [...ranges, range] : ranges,
  };
}

export function grownToolCall(
  known: ToolCallPart | undefined,
  { argumentsDelta = '', ...news }: ToolCallNews,
): ToolCallPart {
  const call: ToolCallPart = {
    type: 'tool-call',
    name: '',
    arguments: '',
    state: 'writing',
    ...known,
    ...news,
    ...(news.returned && { returned: { ...known?.returned, ...news.returned } }),
  };
  return argumentsDelta === '' ? call : { ...call, arguments: call.arguments + argumentsDelta };
}
