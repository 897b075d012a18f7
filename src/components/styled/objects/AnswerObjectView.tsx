import type { ReactElement, ReactNode } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { AnswerObject } from '../../../objects/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { PartSlot } from '../messages/Slots.js';
import { usePartWords } from '../messages/use-part-words.js';
import { Notice } from '../shared/Notice.js';
import { ObjectProblems } from './ObjectProblems.js';
import { ValueView } from './ValueView.js';

export interface AnswerObjectViewProps {
  entry: ChatEntry;
  object: AnswerObject;
  /** Asks again. Missing while another answer is in flight. */
  onTryAgain?: (() => void) | undefined;
  /** The text of the answer, shown where it is not what was asked for. */
  children: ReactNode;
}

/** The object of an answer as a table or a list of fields; or why it is none, with its text. */
export function AnswerObjectView(props: AnswerObjectViewProps): ReactElement {
  const { entry, object, onTryAgain, children } = props;
  const { value, problems, isPartial } = object;
  const { tryAgain } = useWords();
  const words = usePartWords();
  const [first] = problems;
  if (first) {
    const message = first.code === 'not-json' ? words.noObject : words.objectUnfit;
    return (
      <>
        <Notice
          tone="bad"
          spoken={message}
          actions={onTryAgain ? [{ label: tryAgain, onPress: onTryAgain }] : []}
        >
          {message}
          {first.code === 'schema' && <ObjectProblems problems={problems} />}
        </Notice>
        {children}
      </>
    );
  }
  if (value === undefined) return <>{entry.answer?.status === 'streaming' ? null : children}</>;
  return (
    <PartSlot part={{ type: 'object', ...object }} entry={entry}>
      <div
        data-ick-part="answer-object"
        data-partial={isPartial ? '' : undefined}
        className="ik:min-w-0 ik:text-sm"
      >
        <ValueView value={value} depth={0} />
      </div>
    </PartSlot>
  );
}
