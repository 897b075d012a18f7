import type { ReactNode } from 'react';
import type { MessageSlots } from './message-slots.js';
import type { UseImageChatResult, UseImageQueueOptions } from '../../../react/types.js';

export interface MessageListProps extends MessageSlots {
  /** Actions that a chat of the app's own leaves out are not offered. */
  chat: Pick<
    UseImageChatResult,
    'entries' | 'status' | 'questionOptions' | 'regenerate' | 'edit' | 'remove' | 'leftOutIds'
  > &
    Partial<
      Pick<
        UseImageChatResult,
        | 'canContinue'
        | 'continueAnswer'
        | 'showVersion'
        | 'undoRemove'
        | 'rate'
        | 'resolveImageUrl'
        | 'beforeRemoval'
        | 'wait'
        | 'tryNow'
        | 'composer'
      >
    >;
  /** How images are prepared that are added to a question while it is edited. @defaultValue as in the chat */
  queue?: Omit<UseImageQueueOptions, 'model' | 'rules'>;
  /** Whether the words that are selected in an answer can be quoted in the composer. @defaultValue true */
  quote?: boolean | undefined;
  /** Content above the first message. It scrolls with the conversation. */
  header?: ReactNode;
  /** Content of an empty conversation. */
  empty?: ReactNode;
  className?: string;
}
