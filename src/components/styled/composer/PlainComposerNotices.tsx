import type { ReactElement } from 'react';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import type { ComposerNoticesProps } from './ComposerNotices.js';
import { PlainNotice } from '../shared/PlainNotice.js';

/** The content of `ComposerNotices` while its code has not loaded. */
export function PlainComposerNotices({
  composer: { rejections, message, storageProblem },
}: Pick<ComposerNoticesProps, 'composer'>): ReactElement {
  const words = useWords();
  const lines = [
    ...rejections.map((rejection) =>
      [cleanName(rejection.name), words.rejection(rejection)].filter(Boolean).join(': '),
    ),
    ...(message?.problems ?? [])
      .filter(({ code }) => code !== 'empty-message')
      .map((problem) => words.problem(problem)),
    ...(storageProblem ? [words.storageProblem(storageProblem)] : []),
  ];
  return (
    <>
      {[...new Set(lines)].map((line) => (
        <PlainNotice key={line}>{line}</PlainNotice>
      ))}
    </>
  );
}
