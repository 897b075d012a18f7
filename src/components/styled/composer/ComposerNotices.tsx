import type { ReactElement } from 'react';
import type { IntakeRejection } from '../../../intake/rejection.js';
import type { Problem } from '../../../messages/types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { useComposer } from '../../parts/composer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { Notice } from '../shared/Notice.js';
import { ProblemNotice } from './ProblemNotice.js';
import { RejectionNotice } from './RejectionNotice.js';

export interface ComposerNoticesProps {
  composer: Pick<ImageChatComposer, 'rejections' | 'dismissRejections' | 'storageProblem'> &
    Partial<Pick<ImageChatComposer, 'message' | 'queue'>>;
  onFix?: ((problem: Problem) => unknown) | undefined;
}

/** Rejected files, and what an endpoint would refuse, each with what to do. */
export function ComposerNotices({ composer, onFix }: ComposerNoticesProps): ReactElement {
  const words = useWords();
  const { rejections, dismissRejections, message, queue, storageProblem } = composer;
  const { composer: whole, inputRef, leftBehind } = useComposer('ComposerNotices');
  const hasText = whole.text.trim() !== '';
  const sendLink = (rejection: IntakeRejection): (() => void) | undefined => {
    const { url } = rejection;
    if (!queue || url === undefined || !message?.checkLink) return undefined;
    if (message.checkLink(url)?.severity === 'error') return undefined;
    return () => {
      queue.addLink(url);
      dismissRejections([rejection]);
      // The button disappears with its notice. On a touch screen, focusing would open the keyboard.
      if (matchesMedia('(pointer: fine)')) inputRef.current?.focus();
    };
  };
  return (
    <>
      {leftBehind && (
        <Notice
          onDismiss={leftBehind.dismiss}
          actions={[{ label: words.addLeftBehind, onPress: leftBehind.add }]}
        >
          {words.leftBehind}
        </Notice>
      )}
      {rejections.length > 0 && (
        <RejectionNotice
          rejections={rejections}
          onDismiss={() => dismissRejections()}
          sendLink={sendLink}
        />
      )}
      {message?.problems
        .filter(({ code }) => code !== 'empty-message')
        .map((problem) => (
          <ProblemNotice
            key={`${problem.code}-${problem.imageId ?? problem.fileId ?? problem.messageId ?? ''}`}
            problem={problem}
            onFix={onFix}
            hasText={hasText}
            isOpen={queue?.isPreparing === true}
          />
        ))}
      {storageProblem && <Notice>{words.storageProblem(storageProblem)}</Notice>}
    </>
  );
}
