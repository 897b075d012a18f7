import { memo, type ReactElement, useRef } from 'react';
import { MessagesItem, MessagesText } from '../../parts/messages/index.js';
import { AnswerBody, type AnswerBodyProps } from './AnswerBody.js';
import { useNearView } from './use-near-view.js';

export interface AnswerProps extends AnswerBodyProps {
  /** So far from the end that nobody sees it at first: it is its plain words until it comes near. */
  isFar?: boolean;
}

/** An answer: plain text on the page. */
export const Answer = memo(function Answer(props: AnswerProps): ReactElement {
  const { isFar = false, ...body } = props;
  const item = useRef<HTMLElement>(null);
  const isNear = useNearView(item, isFar);
  return (
    <MessagesItem ref={item} entry={body.entry} className="ik:relative ik:grid ik:gap-2.5 ik:pb-7">
      {isNear ? <AnswerBody {...body} /> : <MessagesText className="ik:whitespace-pre-wrap" />}
    </MessagesItem>
  );
});
