import { Download } from 'lucide-react';
import { type ReactElement, useState } from 'react';
import { batchCsv, batchJsonl } from '../../../batch/batch-table.js';
import type { BatchRow } from '../../../batch/image-types.js';
import { objectLines } from '../../../batch/object-lines.js';
import type { UseBatchResult } from '../../../react/batch/batch-types.js';
import type { BatchWords } from '../../words/english/batch.js';
import { downloadBlob } from '../../shared/download-blob.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { quietButton } from './batch-styles.js';
import { ObjectProblems } from '../objects/ObjectProblems.js';
import { titleOf, ValueView } from '../objects/ValueView.js';
import { BatchImage } from './BatchImage.js';
import { MarkdownText } from '../messages/MarkdownText.js';

export interface BatchTableProps {
  batch: UseBatchResult;
  words: BatchWords;
}

const STEP = 100;
/** A longer answer is collapsed. */
const MAX_FOLDED_CHARS = 400;

/** Every answer, a hundred at a time, with downloads of all. */
export function BatchTable({ batch, words }: BatchTableProps): ReactElement {
  const { rows, fields, counts } = batch;
  const [shownCount, setShownCount] = useState(STEP);
  const left = rows.length - shownCount;
  return (
    <div className="ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-3">
      <div className="ik:flex ik:flex-wrap ik:items-center ik:gap-2">
        <h3 className="ik:m-0 ik:flex-1 ik:text-sm ik:font-semibold ik:tabular-nums">
          {words.ended(counts.completed, counts.failed)}
        </h3>
        {batch.step === 'ended' && (
          <button type="button" className={quietButton} onClick={batch.startOver}>
            {words.startOver}
          </button>
        )}
        <span className="ik:flex ik:flex-wrap ik:gap-2 ik:max-sm:basis-full">
          <DownloadButton
            label={words.downloadCsv}
            name="answers.csv"
            make={() => batchCsv(rows)}
          />
          <DownloadButton
            label={words.downloadJsonl}
            name="answers.jsonl"
            make={() => batchJsonl(rows)}
          />
        </span>
      </div>
      <div
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- wide tables are scrolled, also by keyboard
        tabIndex={fields.length > 0 ? 0 : undefined}
        className="ik:overflow-x-auto ik:rounded-md ik:border ik:border-line ik:bg-surface"
      >
        <table
          aria-label={words.answers}
          className="ik:w-full ik:border-collapse ik:text-start ik:text-sm"
        >
          <thead className="ik:bg-sunken ik:text-xs ik:text-ink-2">
            <tr>
              <th
                scope="col"
                className={`${heading} ik:text-start ${fields.length > 0 ? '' : wide}`}
              >
                {words.image}
              </th>
              {fields.map((field) => (
                <th key={field} scope="col" className={`${heading} ik:text-start`}>
                  <bdi>{titleOf(field)}</bdi>
                </th>
              ))}
              {fields.length === 0 && (
                <th scope="col" className={`${heading} ik:text-start`}>
                  {words.answer}
                </th>
              )}
              <th scope="col" className={`${heading} ik:text-end ik:max-sm:hidden`}>
                {words.tokens}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shownCount).map((row, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the lines of a provider may name a request twice
              <AnswerRows
                key={`${index}-${row.result.customId}`}
                row={row}
                fields={fields}
                words={words}
              />
            ))}
          </tbody>
        </table>
      </div>
      {left > 0 && (
        <button
          type="button"
          className={`${quietButton} ik:justify-self-center`}
          onClick={() => setShownCount((count) => count + STEP)}
        >
          {words.showMore(Math.min(left, STEP))}
        </button>
      )}
    </div>
  );
}

const cell = 'ik:px-3 ik:py-2 ik:align-top';
const heading = `${cell} ik:font-medium`;
const wide = 'ik:w-2/5 ik:max-sm:w-1/3';

interface AnswerRowsProps {
  row: BatchRow;
  fields: readonly string[];
  words: BatchWords;
}

/** The answer about one image: in one row, or in one for each object of a list. */
function AnswerRows({ row, fields, words }: AnswerRowsProps): ReactElement {
  const { number } = useWords();
  const { result, image } = row;
  const name = cleanName(row.name);
  const answer = result.status === 'succeeded' ? result.answer : undefined;
  const tokens = (answer?.inputTokens ?? 0) + (answer?.outputTokens ?? 0);
  const objects = fields.length > 0 ? (objectLines(answer?.object) ?? []) : [];
  const isUnfit = (answer?.object?.problems.length ?? 0) > 0;
  const rowSpan = Math.max(1, objects.length);
  const line = {
    'data-status': result.status,
    'data-unfit': isUnfit ? '' : undefined,
    className: 'ik:border-t ik:border-line ik:first:border-t-0',
  };
  const imageCell = (
    <th scope="row" rowSpan={rowSpan} className={`${heading} ik:text-start`}>
      <span className="ik:flex ik:items-start ik:gap-2.5 ik:max-sm:flex-col ik:max-sm:gap-1">
        {image && <BatchImage file={image} name="" />}
        <span className="ik:min-w-0 ik:wrap-anywhere">
          <bdi>{name}</bdi>
          {tokens > 0 && (
            <span className="ik:block ik:text-xs ik:font-normal ik:text-ink-2 ik:tabular-nums ik:sm:hidden">
              {words.tokens}: {number(tokens)}
            </span>
          )}
        </span>
      </span>
    </th>
  );
  const tokenCell = (
    <td
      rowSpan={rowSpan}
      className={`${cell} ik:text-end ik:text-ink-2 ik:tabular-nums ik:max-sm:hidden`}
    >
      {tokens > 0 ? number(tokens) : ''}
    </td>
  );
  if (objects.length === 0) {
    return (
      <tr {...line}>
        {imageCell}
        <td colSpan={Math.max(1, fields.length)} className={`${cell} ik:wrap-anywhere`}>
          <Outcome row={row} words={words} />
        </td>
        {tokenCell}
      </tr>
    );
  }
  return (
    <>
      {objects.map((object, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the objects of an answer have no name of their own
        <tr key={index} {...line}>
          {index === 0 && imageCell}
          {fields.map((field) => (
            <td key={field} className={`${cell} ik:tabular-nums`}>
              <ValueView value={object[field]} depth={1} />
            </td>
          ))}
          {index === 0 && tokenCell}
        </tr>
      ))}
    </>
  );
}

/** An answer in words, an object of another shape, or why there is none. */
function Outcome({ row: { result }, words }: { row: BatchRow; words: BatchWords }): ReactElement {
  if (result.status !== 'succeeded') {
    return (
      <span className="ik:text-bad">
        {words.resultState(result.status)}: {words.error(result.error)}
      </span>
    );
  }
  const { text, refusal, object } = result.answer;
  const [problem] = object?.problems ?? [];
  if (object && !problem) return <ValueView value={object.value} depth={0} />;
  return (
    <>
      {object && problem && (
        <div className="ik:mb-1 ik:text-bad">
          {problem.code === 'schema' ? words.objectUnfit : words.noObject}
          {problem.code === 'schema' && <ObjectProblems problems={object.problems} />}
        </div>
      )}
      <Answer text={text || refusal} words={words} />
    </>
  );
}

function Answer({ text, words }: { text: string; words: BatchWords }): ReactElement {
  const [isOpen, setIsOpen] = useState(false);
  if (text.length <= MAX_FOLDED_CHARS) return <MarkdownText text={text} />;
  return (
    <>
      <MarkdownText text={isOpen ? text : `${text.slice(0, MAX_FOLDED_CHARS).trimEnd()}…`} />
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        className="ik:min-h-6 ik:text-accent ik:underline ik:underline-offset-2"
      >
        {isOpen ? words.showLess : words.showAll}
      </button>
    </>
  );
}

function DownloadButton(props: { label: string; name: string; make: () => Blob }): ReactElement {
  const { label, name, make } = props;
  return (
    <button type="button" className={quietButton} onClick={() => downloadBlob(make(), name)}>
      <Download className="ik:size-4" strokeWidth={1.75} aria-hidden />
      {label}
    </button>
  );
}
