import type { ReactNode } from 'react';
import type { UseImageChatResult, UseImageQueueOptions } from '../../../react/types.js';

export interface MessageListProps {
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
        | 'beforeRemoval'
        | 'wait'
        | 'tryNow'
        | 'composer'
      >
    >;
  /** How images are prepared that are added to a question while it is edited. @defaultValue as in the chat */
  queue?: Omit<UseImageQueueOptions, 'model' | 'rules'>;
  /** Content before the first message. */
  empty?: ReactNode;
  className?: string;
}
