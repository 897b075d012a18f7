import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { createContext, type ReactElement, useContext, useState } from 'react';
import type { AnswerRating, ChatEntry, ChatStore } from '../../../chat/types.js';
import { IconButton } from '../shared/IconButton.js';
import type { MessageFeedback } from './message-slots.js';
import { usePartWords } from './use-part-words.js';

/** Keeps ratings with their answers. Missing in a chat of the app's own that does not. */
export const RateContext = createContext<ChatStore['rate'] | undefined>(undefined);

export interface FeedbackButtonsProps {
  entry: ChatEntry;
  onFeedback: (feedback: MessageFeedback) => void;
}

/** Two buttons to rate an answer. A second press takes the rating back. */
export function FeedbackButtons({ entry, onFeedback }: FeedbackButtonsProps): ReactElement {
  const words = usePartWords();
  const rate = useContext(RateContext);
  const [own, setOwn] = useState<AnswerRating>();
  const rating = rate ? entry.answer?.rating : own;
  const press = (pressed: AnswerRating): void => {
    const next = rating === pressed ? undefined : pressed;
    if (rate) rate(entry.message.id, next);
    else setOwn(next);
    onFeedback({ messageId: entry.message.id, entry, rating: next });
  };
  const pressedStyle = 'ik:aria-pressed:bg-accent-soft ik:aria-pressed:text-accent';
  return (
    <>
      <IconButton
        icon={ThumbsUp}
        label={words.goodAnswer}
        aria-pressed={rating === 'up'}
        onClick={() => press('up')}
        className={pressedStyle}
      />
      <IconButton
        icon={ThumbsDown}
        label={words.badAnswer}
        aria-pressed={rating === 'down'}
        onClick={() => press('down')}
        className={pressedStyle}
      />
    </>
  );
}
