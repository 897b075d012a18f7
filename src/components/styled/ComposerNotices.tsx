import type { ReactElement } from 'react';
import type { Problem } from '../../messages/types.js';
import type { ImageChatComposer } from '../../react/types.js';
import { useWords } from '../words-context.js';
import { Notice } from './Notice.js';
import { ProblemNotice } from './ProblemNotice.js';
import { RejectionNotice } from './RejectionNotice.js';

export interface ComposerNoticesProps {
  composer: Pick<ImageChatComposer, 'rejections' | 'dismissRejections' | 'storageProblem'> &
    Partial<Pick<ImageChatComposer, 'message'>>;
  onMend?: ((problem: Problem) => unknown) | undefined;
}

/** Files that were not taken, and what an endpoint would refuse, each with what to do. */
export function ComposerNotices({ composer, onMend }: ComposerNoticesProps): ReactElement {
  const words = useWords();
  const { rejections, dismissRejections, message, storageProblem } = composer;
  return (
    <>
      {rejections.length > 0 && (
        <RejectionNotice rejections={rejections} onDismiss={dismissRejections} />
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
      {storageProblem && <Notice>{words.storageProblem(storageProblem)}</Notice>}
    </>
  );
}
