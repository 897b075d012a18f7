import type { ReactElement } from 'react';
import type { Problem } from '../../messages/types.js';
import type { ImageChatComposer } from '../../react/types.js';
import { cleanName } from '../format.js';
import { useWords } from '../words-context.js';
import { Notice } from './Notice.js';
import { ProblemNotice } from './ProblemNotice.js';

export interface ComposerNoticesProps {
  composer: Pick<ImageChatComposer, 'rejections' | 'dismissRejections' | 'storageProblem'> &
    Partial<Pick<ImageChatComposer, 'message'>>;
  onMend?: ((problem: Problem) => unknown) | undefined;
}

/** Files that were not taken, and what an endpoint would refuse, each with what to do. */
export function ComposerNotices({ composer, onMend }: ComposerNoticesProps): ReactElement {
  const { rejections, dismissRejections, message, storageProblem } = composer;
  const words = useWords();
  return (
    <>
      {rejections.length > 0 && (
        <Notice
          onDismiss={dismissRejections}
          spoken={rejections
            .map((rejection) => `${cleanName(rejection.name)}: ${words.rejection(rejection)}`)
            .join(' ')}
        >
          <ul className="ik:list-none ik:max-h-24 ik:overflow-y-auto">
            {rejections.map((rejection, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- the same file may be refused twice
              <li key={`${index}-${rejection.name}`}>
                <bdi className="ik:font-semibold">{cleanName(rejection.name)}</bdi>:{' '}
                {words.rejection(rejection)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {message?.problems
        .filter(({ code }) => code !== 'empty-message')
        .map((problem) => (
          <ProblemNotice
            key={`${problem.code}-${problem.imageId ?? problem.messageId ?? ''}`}
            problem={problem}
            onMend={onMend}
          />
        ))}
      {storageProblem && <Notice>{storageProblem.message}</Notice>}
    </>
  );
}
