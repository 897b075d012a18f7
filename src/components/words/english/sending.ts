import type { WireWarning } from '../../../wire/types.js';

/** The words for what was changed or left out when a message was sent. They load with the conversation. */
export interface SendingWords {
  /** Label of the list of changes. */
  sentWithChanges: string;
  /** Names an image that is not part of the message itself. */
  earlierImage: string;
  unnamedFile: string;
  /** What was changed, in a sentence that follows the name of the image or file if the warning is about one. */
  warning: (warning: WireWarning) => string;
}

export const englishSendingWords: SendingWords = {
  sentWithChanges: 'Sent with changes',
  earlierImage: 'An earlier image',
  unnamedFile: 'Unnamed file',
  warning: ({ message }) =>
    message.replace(/^(?:An image|A file|The file “[^”]*”) was left out: /, 'left out: '),
};
