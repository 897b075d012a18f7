import type { ReactElement } from 'react';
import type { ChatEntry } from '../../chat/types.js';
import { textOf } from '../primitives/messages/messages-context.js';

/** Of the box that a conversation scrolls in. */
export const messagesBox =
  'ik:min-h-0 ik:flex-1 ik:overflow-y-auto ik:overscroll-contain ik:px-4 ik:-outline-offset-2';

/** Of the column in it. */
export const messagesColumn =
  'ik:mx-auto ik:flex ik:max-w-[calc(var(--ick-width,47.5rem)-2rem)] ik:flex-col ik:pt-5';

export const questionBubble =
  'ik:max-w-[86%] ik:rounded-lg ik:rounded-ee-[0.25rem] ik:bg-sunken ik:px-3.5 ik:forced-colors:border ik:py-2.5 ik:whitespace-pre-wrap ik:wrap-anywhere';

/** The words of a conversation, for as long as the code of its list is on its way, and on a server. */
export function PlainMessages({ entries }: { entries: readonly ChatEntry[] }): ReactElement {
  return (
    <div className={messagesBox}>
      <div className={messagesColumn}>
        {entries
          .filter(({ message }) => message.role !== 'system')
          .map((entry) => (
            <p
              key={entry.message.id}
              className={
                entry.message.role === 'user'
                  ? `${questionBubble} ik:mb-9 ik:self-end`
                  : 'ik:mb-7 ik:whitespace-pre-wrap ik:wrap-anywhere'
              }
            >
              {textOf(entry)}
            </p>
          ))}
      </div>
    </div>
  );
}
