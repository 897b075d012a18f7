/** The parts of an answer, and its grounding. */
import { asJsonText, createGivenParts, sourceOf } from '../given-parts.js';
import type { Source, ToolFacts } from '../given-parts.js';
import { imageFromUrl, previewFromUrl } from '../image-from-url.js';
import { asCount, asList, asRecord, asText } from '../../internal/read-value.js';
import type { JsonRecord } from '../../internal/read-value.js';
import type { ChatEvent } from '../types.js';

export interface ContentReader {
  part: (part: JsonRecord) => Generator<ChatEvent>;
  /** Reads searches, pages and citations, which come next to the parts and are repeated from chunk to chunk. */
  grounding: (candidate: JsonRecord) => Generator<ChatEvent>;
}

const utf8 = new TextEncoder();

export function createContentReader(): ContentReader {
  const parts = createGivenParts();
  let text = '';
  let calls = 0;
  let codeId = '';
  let made = 1;
  let hasPreview = false;

  function* readTools(part: JsonRecord): Generator<ChatEvent> {
    const call = asRecord(part['functionCall']) ?? asRecord(part['toolCall']);
    if (call !== undefined) {
      const isWhole = call['willContinue'] !== true;
      yield* parts.tool({
        id: asText(call['id']) || `call-${++calls}`,
        name: asText(call['name']) || asText(call['toolType']).toLowerCase(),
        arguments: asJsonText(call['args']),
        state: isWhole ? 'called' : 'writing',
      });
    }
    const answer = asRecord(part['functionResponse']) ?? asRecord(part['toolResponse']);
    if (answer !== undefined) {
      const id = asText(answer['id']) || `call-${calls}`;
      yield* parts.tool({ id, state: 'done', result: asJsonText(answer['response']) });
      for (const item of asList(answer['parts']).map(asRecord)) {
        if (item !== undefined) yield* readMedia(item, id);
      }
    }
    const code = asRecord(part['executableCode']);
    if (code !== undefined) {
      codeId = asText(code['id']) || `code-${++calls}`;
      yield* parts.tool({
        id: codeId,
        name: 'code_execution',
        arguments: asText(code['code']),
        state: 'called',
      });
    }
    const outcome = asRecord(part['codeExecutionResult']);
    if (outcome !== undefined) {
      yield* parts.tool({
        id: asText(outcome['id']) || codeId || `code-${++calls}`,
        state: outcome['outcome'] === 'OUTCOME_OK' ? 'done' : 'failed',
        result: asText(outcome['output']),
      });
    }
  }

  /** Offsets are counted in bytes of UTF-8. */
  function rangeOf(start: unknown, end: unknown): Pick<Source, 'range'> {
    const to = asCount(end);
    if (to === undefined) return {};
    const bytes = utf8.encode(text);
    const decoder = new TextDecoder();
    const unitsBefore = (count: number): number => decoder.decode(bytes.slice(0, count)).length;
    const range = { start: unitsBefore(asCount(start) ?? 0), end: unitsBefore(to) };
    return range.end > range.start ? { range } : {};
  }

  function* readGrounding(grounding: JsonRecord): Generator<ChatEvent> {
    const queries = asList(grounding['webSearchQueries']);
    if (queries.length > 0) {
      yield* parts.tool({
        id: 'google-search',
        name: 'google_search',
        arguments: JSON.stringify({ queries }),
        state: 'done',
      });
    }
    const chunks = asList(grounding['groundingChunks']).map(asRecord);
    const supports = asList(grounding['groundingSupports']).map(asRecord);
    for (const [index, chunk] of chunks.entries()) {
      const segments = supports.filter((support) =>
        asList(support?.['groundingChunkIndices']).includes(index),
      );
      const source = chunkSource(chunk);
      if (segments.length === 0) yield* parts.source(source);
      for (const segment of segments.map((support) => asRecord(support?.['segment']))) {
        yield* parts.source({
          ...source,
          ...rangeOf(segment?.['startIndex'], segment?.['endIndex']),
        });
      }
    }
  }

  function* readPages(metadata: JsonRecord): Generator<ChatEvent> {
    const pages = asList(metadata['urlMetadata']).map(asRecord);
    if (pages.length === 0) return;
    const states = pages.map((page) => asText(page?.['urlRetrievalStatus']));
    yield* parts.tool({
      id: 'url-context',
      name: 'url_context',
      state: states.every((state) => /ERROR|UNSAFE|PAYWALL/.test(state)) ? 'failed' : 'done',
      result: pages.map((page) => asText(page?.['retrievedUrl'])).join('\n'),
    } satisfies ToolFacts);
  }

  return {
    *part(part) {
      const said = asText(part['text']);
      if (part['thought'] === true) {
        if (said !== '') yield { type: 'reasoning-delta', text: said, isSummary: true };
        for (const event of readMedia(part)) {
          if (event.type !== 'image-add') continue;
          hasPreview = true;
          yield previewFromUrl(`image-${made}`, event.url);
        }
        return;
      }
      if (said !== '') {
        text += said;
        yield { type: 'text-delta', text: said };
      }
      for (const event of readMedia(part)) {
        yield event.type === 'image-add' && hasPreview
          ? { ...event, progressId: `image-${made++}` }
          : event;
        if (event.type === 'image-add') hasPreview = false;
      }
      yield* readTools(part);
    },
    *grounding(candidate) {
      const grounding = asRecord(candidate['groundingMetadata']);
      if (grounding !== undefined) yield* readGrounding(grounding);
      const pages = asRecord(candidate['urlContextMetadata']);
      if (pages !== undefined) yield* readPages(pages);
      const cited = asRecord(candidate['citationMetadata']);
      for (const citation of asList(cited?.['citations'] ?? cited?.['citationSources'])) {
        const { uri, title, startIndex, endIndex } = asRecord(citation) ?? {};
        yield* parts.source(sourceOf(asText(uri), asText(title), rangeOf(startIndex, endIndex)));
      }
    },
  };
}

function* readMedia(part: JsonRecord, toolCallId?: string): Generator<ChatEvent> {
  const inline = asRecord(part['inlineData']);
  const file = asRecord(part['fileData']);
  const mediaType = asText(inline?.['mimeType']) || asText(file?.['mimeType']);
  const base64 = asText(inline?.['data']);
  const url = base64 === '' ? asText(file?.['fileUri']) : `data:${mediaType};base64,${base64}`;
  if (url === '' || mediaType === '') return;
  if (!mediaType.startsWith('image/')) {
    const name = asText(inline?.['displayName']) || asText(file?.['displayName']);
    yield { type: 'file-add', url, mediaType, ...(name !== '' && { name }) };
  } else if (base64 !== '') {
    yield { ...imageFromUrl(url), ...(toolCallId !== undefined && { toolCallId }) };
  }
}

function chunkSource(chunk: JsonRecord | undefined): Source {
  const facts =
    asRecord(chunk?.['web']) ??
    asRecord(chunk?.['retrievedContext']) ??
    asRecord(chunk?.['maps']) ??
    asRecord(chunk?.['image']) ??
    {};
  const quote = asText(facts['text']);
  return sourceOf(
    asText(facts['uri']) || asText(facts['sourceUri']),
    asText(facts['title']),
    quote === '' ? {} : { quote },
  );
}
