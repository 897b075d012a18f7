import { memo, type ReactElement, useRef } from 'react';
import { MessagesItem, MessagesText } from '../../parts/messages/index.js';
import { AnswerBody, type AnswerBodyProps } from './AnswerBody.js';
import { MessageMeta } from './Slots.js';
import { useNearView } from './use-near-view.js';

export interface AnswerProps extends AnswerBodyProps {
  /** Whether it is far from the end and out of view at first: rendered as plain text until it comes near. */
  isFar?: boolean;
}

/** An answer: plain text on the page. */
export const Answer = memo(function Answer(props: AnswerProps): ReactElement {
  const { isFar = false, ...body } = props;
  const item = useRef<HTMLElement>(null);
  const isNear = useNearView(item, isFar);
  return (
    <MessagesItem
      ref={item}
      entry={body.entry}
      data-message-id={body.entry.message.id}
      className="ik:relative ik:grid ik:gap-2.5 ik:pb-7"
    >
      <MessageMeta entry={body.entry} />
      {isNear ? <AnswerBody {...body} /> : <MessagesText className="ik:whitespace-pre-wrap" />}
    </MessagesItem>
  );
});
