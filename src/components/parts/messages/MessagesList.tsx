import { forwardRef, useEffect, useMemo, useRef, useState } from 'react';
import type { AnswerStatus, ChatEntry } from '../../../chat/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { createEndFollower } from './create-end-follower.js';
import { MessagesListContext, type MessagesListState } from './messages-context.js';

export interface MessagesListProps extends PartProps<'div', MessagesListState> {
  /** The `entries` of `useImageChat`. */
  entries: readonly ChatEntry[];
}

/**
 * A conversation that scrolls. Its end stays in view while the reader is there; inside of an `Announcer`, the end of an
 * answer is announced. An element of the kit's own is around the children, so gaps between messages belong to an element
 * inside of the list.
 */
export const MessagesList = forwardRef<HTMLDivElement, MessagesListProps>(
  function MessagesList(props, ref) {
    const { entries, children, ...given } = props;
    const words = useWords();
    const [isAtEnd, setIsAtEnd] = useState(true);
    const [follower] = useState(() => createEndFollower(setIsAtEnd));
    const { setScroller, setContent, onScroll, onWheel, scrollToEnd } = follower;
    useAnswerAnnouncements(entries);

    const lastQuestionId = entries.findLast(({ message }) => message.role === 'user')?.message.id;
    const last = entries.at(-1);
    // An edited question keeps its id, and its answer is a new one.
    const beginningId = isUnderWay(last?.answer?.status) ? last?.message.id : undefined;
    const known = useRef({ lastQuestionId, beginningId });
    useEffect(() => {
      const before = known.current;
      known.current = { lastQuestionId, beginningId: beginningId ?? before.beginningId };
      const isAsked = lastQuestionId !== before.lastQuestionId;
      if (isAsked || known.current.beginningId !== before.beginningId) scrollToEnd();
    }, [lastQuestionId, beginningId, scrollToEnd]);

    const isEmpty = entries.length === 0;
    const context = useMemo(
      () => ({ state: { atEnd: isAtEnd, empty: isEmpty }, scrollToEnd }),
      [isAtEnd, isEmpty, scrollToEnd],
    );
    const element = usePart({
      tag: 'div',
      name: 'messages',
      own: {
        // Announced as a whole when it is complete, never word by word.
        role: 'log',
        'aria-live': 'off',
        'aria-label': words.conversation,
        tabIndex: 0,
        onScroll,
        onWheel,
        children: (
          <div ref={setContent} data-ick-part="messages-content">
            {children}
          </div>
        ),
      },
      given,
      state: context.state,
      ref,
      ownRef: setScroller,
    });
    return <MessagesListContext.Provider value={context}>{element}</MessagesListContext.Provider>;
  },
);

const isUnderWay = (status: AnswerStatus | undefined): boolean =>
  status === 'waiting' || status === 'streaming';

function useAnswerAnnouncements(entries: readonly ChatEntry[]): void {
  const announce = useAnnounce();
  const words = useWords();
  const last = entries.at(-1);
  const id = last?.message.id;
  const status = last?.answer?.status;
  const before = useRef({ id, status });
  useEffect(() => {
    const { id: idBefore, status: statusBefore } = before.current;
    before.current = { id, status };
    if (id === idBefore && status && isUnderWay(statusBefore) && !isUnderWay(status)) {
      announce(words.answerEnded(status));
    }
  }, [id, status, announce, words]);
}
