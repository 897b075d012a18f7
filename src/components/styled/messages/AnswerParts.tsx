/** The parts of an answer other than text and images. */
import { type ReactElement, useState } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { FilePart, ReasoningPart, SourcePart } from '../../../messages/types.js';
import { linkHost, safeUrl } from '../../markdown/safe-url.js';
import { downloadBlob } from '../../shared/download-blob.js';
import { formatBytes, formatDuration } from '../../words/format.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { AudioPlayer, isAudio } from '../shared/AudioPlayer.js';
import { useSecondsSince } from '../shared/use-seconds.js';
import { Fold } from './Fold.js';
import { MarkdownText } from './MarkdownText.js';
import type { MessageImagesProps } from './MessageImages.js';
import { PartSlot } from './Slots.js';
import { ToolCall } from './ToolCall.js';
import { usePartWords } from './use-part-words.js';

export interface AnswerPartsProps {
  entry: ChatEntry;
}

export interface PartsBeforeTextProps extends AnswerPartsProps {
  onOpenImage: MessageImagesProps['onOpenImage'];
}

/** Thinking and tool calls, in order of arrival, before the text that they led to. */
export function PartsBeforeText({ entry, onOpenImage }: PartsBeforeTextProps): ReactElement {
  const isRunning = entry.answer?.status === 'streaming';
  return (
    <div data-ick-part="message-steps" className="ik:grid ik:justify-items-start ik:gap-1">
      {entry.message.parts.map((part, index) =>
        part.type === 'reasoning' ? (
          <PartSlot key={index} part={part} entry={entry}>
            <Thoughts part={part} isRunning={isRunning} />
          </PartSlot>
        ) : part.type === 'tool-call' ? (
          <PartSlot key={index} part={part} entry={entry}>
            <ToolCall entry={entry} part={part} isRunning={isRunning} onOpenImage={onOpenImage} />
          </PartSlot>
        ) : null,
      )}
    </div>
  );
}

/** Sources and files. */
export function PartsBehindText({ entry }: AnswerPartsProps): ReactElement {
  const { parts } = entry.message;
  const sources = parts.filter((part) => part.type === 'source');
  const files = parts.filter((part) => part.type === 'file');
  return (
    <>
      {sources.length > 0 && <Sources sources={sources} entry={entry} />}
      {files.length > 0 && <Files files={files} entry={entry} />}
    </>
  );
}

function Thoughts({ part, isRunning }: { part: ReasoningPart; isRunning: boolean }): ReactElement {
  const { durationMs, startedAtMs } = part;
  const words = usePartWords();
  const { locale } = useWords();
  const isOpenEnded = isRunning && durationMs === undefined;
  const title = isOpenEnded ? (
    <>
      <span data-shimmer="">{words.thinking}</span>{' '}
      {startedAtMs !== undefined && <Seconds sinceMs={startedAtMs} />}
    </>
  ) : durationMs !== undefined && durationMs >= 1000 ? (
    words.thoughtFor(formatDuration(durationMs / 1000, locale))
  ) : (
    words.thoughts
  );
  const text = [part.summary ?? '', part.text].filter((one) => one !== '').join('\n\n');
  return (
    <Fold name="reasoning" state={isOpenEnded ? 'thinking' : 'done'} title={title}>
      {text === '' ? undefined : <MarkdownText text={text} isStreaming={isOpenEnded} />}
    </Fold>
  );
}

function Seconds({ sinceMs }: { sinceMs: number }): ReactElement {
  const { locale } = useWords();
  return (
    <span className="ik:tabular-nums">{formatDuration(useSecondsSince(sinceMs), locale)}</span>
  );
}

/** Numbered links in a row. Nothing of them is loaded before a press. */
function Sources(props: AnswerPartsProps & { sources: readonly SourcePart[] }): ReactElement {
  const { sources, entry } = props;
  const words = usePartWords();
  return (
    <section data-ick-part="sources" aria-label={words.sources}>
      <ol className="ik:flex ik:list-none ik:flex-wrap ik:gap-1.5">
        {sources.map((source, index) => (
          <li key={index} data-ick-part="source" className="ik:max-w-full ik:min-w-0">
            <PartSlot part={source} entry={entry}>
              <Source source={source} number={index + 1} />
            </PartSlot>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface SourceProps {
  source: SourcePart;
  number: number;
}

function Source({ source: { url: address, title }, number }: SourceProps): ReactElement {
  const words = useWords();
  const url = safeUrl(address);
  const host = url && linkHost(url);
  const name = cleanName(title ?? '') || (host ?? address);
  return (
    <span
      className={`${chip} ik:relative ik:pointer-coarse:min-h-11 ${url ? 'ik:hover:bg-sunken' : ''}`}
    >
      <span aria-hidden className="ik:text-ink-3 ik:tabular-nums">
        {words.number(number)}
      </span>
      {url ? (
        <a
          href={url.href}
          target="_blank"
          rel="noopener noreferrer nofollow"
          referrerPolicy="no-referrer"
          data-ick-tooltip={url.href}
          className="ik:max-w-56 ik:truncate ik:text-ink ik:no-underline ik:after:absolute ik:after:inset-0 ik:after:rounded-full ik:after:content-['']"
        >
          <bdi>{name}</bdi>
        </a>
      ) : (
        <bdi className="ik:max-w-56 ik:truncate">{name}</bdi>
      )}
      {host !== undefined && name !== host && (
        <bdi className="ik:max-w-40 ik:truncate ik:text-xs ik:text-ink-3">{host}</bdi>
      )}
    </span>
  );
}

function Files(props: AnswerPartsProps & { files: readonly FilePart[] }): ReactElement {
  const { files, entry } = props;
  const words = usePartWords();
  return (
    <ul
      data-ick-part="files"
      aria-label={words.files}
      className="ik:flex ik:list-none ik:flex-wrap ik:gap-1.5"
    >
      {files.map((file) => (
        <li key={file.id}>
          <PartSlot part={file} entry={entry}>
            <FileChip file={file} />
          </PartSlot>
        </li>
      ))}
    </ul>
  );
}

const chip =
  'ik:inline-flex ik:min-h-8 ik:max-w-full ik:items-center ik:gap-2 ik:rounded-full ik:border ik:border-line-strong ik:px-3 ik:py-1 ik:text-sm';

/** Bytes are saved with a press, an address is opened; a file at the provider is only named. Audio has a player. */
function FileChip({ file }: { file: FilePart }): ReactElement {
  const words = usePartWords();
  const { locale } = useWords();
  const { data, mediaType } = file;
  const [lengthS, setLengthS] = useState<number>();
  const name = cleanName(file.name ?? '') || words.unnamedFile;
  const content = (
    <>
      <bdi className="ik:wrap-anywhere">{name}</bdi>
      <span className="ik:text-xs ik:whitespace-nowrap ik:text-ink-3">
        {typeName(mediaType)}
        {data.kind === 'bytes' && ` · ${formatBytes(data.bytes.size, locale)}`}
        {lengthS !== undefined && ` · ${formatDuration(lengthS, locale)}`}
      </span>
    </>
  );
  const shared = { 'data-ick-part': 'file', 'data-media-type': mediaType };
  const url = data.kind === 'url' ? safeUrl(data.url) : undefined;
  if (data.kind === 'bytes') {
    const { bytes } = data;
    const button = (
      <button
        {...shared}
        type="button"
        data-ick-tooltip={words.downloadFile(name)}
        onClick={() => downloadBlob(bytes, name)}
        className={`${chip} ik:hover:bg-sunken`}
      >
        {content}
      </button>
    );
    if (!isAudio(file)) return button;
    return (
      <div className="ik:grid ik:max-w-full ik:justify-items-start ik:gap-1">
        {button}
        <AudioPlayer recording={bytes} name={name} onLength={setLengthS} />
      </div>
    );
  }
  return url ? (
    <a
      {...shared}
      href={url.href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      referrerPolicy="no-referrer"
      className={`${chip} ik:text-accent`}
    >
      {content}
    </a>
  ) : (
    <span {...shared} className={chip}>
      {content}
    </span>
  );
}

/** Returns PDF for `application/pdf`, PLAIN for `text/plain`. */
function typeName(mediaType: string): string {
  const [, subtype = mediaType] = /\/(?:x-|vnd\.)?([^;+]+)/.exec(mediaType) ?? [];
  return subtype.length > 8 ? '' : subtype.toUpperCase();
}
