import type { ToolCallState } from '../../../messages/types.js';
import { countIn } from '../count-in.js';

/** The words for what a message contains besides its text and images. They load with the first of it. */
export interface AnswerPartsWords {
  /** While the model thinks. A running time follows it. */
  thinking: string;
  thoughtFor: (duration: string) => string;
  /** If it is unknown how long it took. */
  thoughts: string;
  /** `isRunning`: the answer is still streaming. */
  toolState: (state: ToolCallState, isRunning: boolean) => string;
  toolArguments: string;
  toolResult: string;
  sources: string;
  files: string;
  unnamedFile: string;
  /** Announced when a file is added to the message. */
  fileAttached: (name: string) => string;
  downloadFile: (name: string) => string;
  /** In place of the name of a long text that was pasted. */
  pastedText: (lines: number) => string;
  /** Moves the content of a text file into the text of the message. */
  putIntoMessage: string;
  /** In place of something that the app renders itself, and failed to. */
  notShown: string;
  /** Puts the selected words of an answer into the message. */
  quote: string;
  readAloud: string;
  stopReading: string;
  readingFailed: string;
  /** Read in place of code. `label` is its language or the name of its file, or empty. */
  codeBlock: (label: string) => string;
  /** Read in place of a formula. */
  formula: string;
  goodAnswer: string;
  badAnswer: string;
  /** In the place of an image, while the model makes it. */
  makingImage: string;
  /** Below the last preview of an image. */
  imageUnfinished: string;
  /** In the place of an image of which nothing arrived. */
  noImageMade: string;
  /** In the place of an image that the browser cannot read. */
  imageBroken: string;
  /** An image that is kept elsewhere could not be loaded. */
  imageUnreachable: string;
  copyImage: string;
  saveImage: string;
  /** Above the text of an answer that does not match its schema. */
  objectUnfit: string;
  /** Above the text of an answer that should have been an object. */
  noObject: string;
  yes: string;
  no: string;
  /** Below a table that is longer than what is shown. */
  moreRows: (count: number) => string;
}

export const englishAnswerPartsWords: AnswerPartsWords = {
  thinking: 'Thinking…',
  thoughtFor: (duration) => `Thought for ${duration}`,
  thoughts: 'Thoughts',
  toolState: (state, isRunning) => {
    if (state === 'done') return 'Done';
    if (state === 'failed') return 'Failed';
    return isRunning ? 'Running…' : 'Not run in this chat';
  },
  toolArguments: 'Arguments',
  toolResult: 'Result',
  sources: 'Sources',
  files: 'Files',
  unnamedFile: 'Unnamed file',
  fileAttached: (name) => `${name} attached`,
  downloadFile: (name) => `Download ${name}`,
  pastedText: (lines) =>
    countIn('en', lines, { one: 'Pasted text, # line', other: 'Pasted text, # lines' }),
  putIntoMessage: 'Put into the message',
  notShown: 'A part of this message could not be shown.',
  quote: 'Quote',
  readAloud: 'Read aloud',
  stopReading: 'Stop reading',
  readingFailed: 'The answer could not be read aloud. Try again.',
  codeBlock: (label) => (label === '' ? 'Code.' : `Code: ${label}.`),
  formula: 'formula',
  goodAnswer: 'Good answer',
  badAnswer: 'Bad answer',
  makingImage: 'Making an image…',
  imageUnfinished: 'This image was not finished. It is the last preview that arrived.',
  noImageMade: 'This image was not made. Try again, or rephrase the question.',
  imageUnreachable: 'This image could not be loaded.',
  imageBroken: 'This image cannot be shown: its data is damaged. Try again.',
  copyImage: 'Copy image',
  saveImage: 'Save image',
  objectUnfit: 'The answer does not have the form that was asked for. Its text is below.',
  noObject: 'The answer contains no complete data. Its text is below.',
  yes: 'Yes',
  no: 'No',
  moreRows: (count) => `${count} more rows are in the text, which Copy takes.`,
};
