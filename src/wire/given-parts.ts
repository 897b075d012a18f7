/**
 * Remembers which sources and tool calls of an answer have been yielded: servers repeat them in the event that closes
 * an item, and once more at the end.
 */
import type { SourceNews as Source, ToolCallNews as ToolFacts } from '../messages/grow-parts.js';
import type { ChatEvent } from './types.js';

export type { Source, ToolFacts };

export interface GivenParts {
  source: (source: Source) => Generator<ChatEvent>;
  /** Yields only what is new. */
  tool: (facts: ToolFacts) => Generator<ChatEvent>;
  /** Marks calls whose arguments were still being written as called. */
  closeTools: () => Generator<ChatEvent>;
}

export function createGivenParts(): GivenParts {
  const sources = new Set<string>();
  const tools = new Map<string, ToolFacts>();

  function* tool({ argumentsDelta = '', ...facts }: ToolFacts): Generator<ChatEvent> {
    const known = tools.get(facts.id);
    const news = Object.fromEntries(
      Object.entries(facts).filter(
        ([name, value]) => !isSame(known?.[name as keyof ToolFacts], value),
      ),
    );
    if (known && argumentsDelta === '' && Object.keys(news).length === 0) return;
    tools.set(facts.id, {
      state: 'writing',
      ...known,
      ...facts,
      arguments: (facts.arguments ?? known?.arguments ?? '') + argumentsDelta,
    });
    yield {
      type: 'tool-update',
      ...news,
      id: facts.id,
      ...(argumentsDelta !== '' && { argumentsDelta }),
    };
  }

  return {
    *source(source) {
      const mark = JSON.stringify(source);
      if (sources.has(mark) || !(source.url || source.title)) return;
      sources.add(mark);
      yield { type: 'source-add', ...source };
    },
    tool,
    *closeTools() {
      for (const { id, state } of tools.values()) {
        if (state === 'writing') yield* tool({ id, state: 'called' });
      }
    },
  };
}

/** Fields to return are new objects each time. */
function isSame(known: unknown, value: unknown): boolean {
  return (
    known === value ||
    (typeof value === 'object' && JSON.stringify(known) === JSON.stringify(value))
  );
}

/** Returns arguments and results as text: a string unchanged, anything else as JSON. */
export function asJsonText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Returns the fields of a source that are present. */
export function sourceOf(
  url: string,
  title: string,
  rest: Pick<Source, 'quote' | 'range'> = {},
): Source {
  return { ...(url !== '' && { url }), ...(title !== '' && { title }), ...rest };
}

/** Returns a range from the two offsets of a server, shifted by the text before it. */
export function rangeOf(start: unknown, end: unknown, offset = 0): Pick<Source, 'range'> {
  if (typeof start !== 'number' || typeof end !== 'number' || !(start >= 0 && end > start))
    return {};
  return { range: { start: start + offset, end: end + offset } };
}
