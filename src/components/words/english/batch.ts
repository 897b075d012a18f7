import type { BatchResult } from '../../../batch/types.js';
import type { KitError } from '../../../errors.js';
import { formatNumber } from '../format-number.js';

/** Every string of the batch panel. */
export interface BatchWords {
  title: string;
  intro: string;
  chooseImages: string;
  chooseFolder: string;
  dropHint: string;
  images: (count: number) => string;
  clear: string;
  question: string;
  questionHint: string;
  write: (count: number) => string;
  writing: (done: number, total: number) => string;
  stop: string;
  files: string;
  requests: (count: number) => string;
  downloadFile: (name: string) => string;
  leftOut: (count: number) => string;
  submit: (files: number) => string;
  submitHint: string;
  submitting: string;
  running: (done: number, total: number) => string;
  runningHint: string;
  runningHintWithoutReload: string;
  cancel: string;
  ended: (completed: number, failed: number) => string;
  failed: string;
  readingResults: string;
  answers: string;
  image: string;
  answer: string;
  /** These two are followed by the text of the answer. */
  objectUnfit: string;
  noObject: string;
  tokens: string;
  downloadCsv: string;
  downloadJsonl: string;
  showMore: (count: number) => string;
  showAll: string;
  showLess: string;
  resultState: (status: BatchResult['status']) => string;
  startOver: string;
  tryAgain: string;
  error: (error: KitError) => string;
}

const counted = (count: number, one: string, many: string): string =>
  `${formatNumber(count, 'en')} ${count === 1 ? one : many}`;

const states: Record<BatchResult['status'], string> = {
  succeeded: 'answered',
  failed: 'failed',
  expired: 'not done in time',
  cancelled: 'cancelled',
  missing: 'no answer came',
  unreadable: 'unreadable',
};

/** The default words. */
export const englishBatchWords: BatchWords = {
  title: 'One question, many images',
  intro:
    'Every image is resized on this device and sent with the same question. The answers arrive within a day.',
  chooseImages: 'Choose images',
  chooseFolder: 'Choose a folder',
  dropHint: 'Drop images or a whole folder here',
  images: (count) => counted(count, 'image', 'images'),
  clear: 'Clear',
  question: 'Question',
  questionHint: 'What do you want to know about each image?',
  write: (count) =>
    count === 0 ? 'Prepare images' : `Prepare ${counted(count, 'image', 'images')}`,
  writing: (done, total) => `Preparing image ${Math.min(done + 1, total)} of ${total}…`,
  stop: 'Stop',
  files: 'Batch files',
  requests: (count) => counted(count, 'request', 'requests'),
  downloadFile: (name) => `Download ${name}`,
  leftOut: (count) => `${counted(count, 'image is', 'images are')} left out`,
  submit: (files) => (files === 1 ? 'Submit the batch' : `Submit ${files} batches`),
  submitHint: 'Or download the files and submit them yourself.',
  submitting: 'Submitting…',
  running: (done, total) => `${done} of ${total} answered`,
  runningHint: 'You can close this page: the batch continues, and is here when you come back.',
  runningHintWithoutReload: 'Keep this page open until the answers are here.',
  cancel: 'Cancel the batch',
  ended: (completed, failed) =>
    failed === 0
      ? counted(completed, 'answer', 'answers')
      : `${counted(completed, 'answer', 'answers')}, ${failed} without`,
  failed: 'The provider could not work on this batch.',
  readingResults: 'Fetching the answers…',
  answers: 'Answers',
  image: 'Image',
  answer: 'Answer',
  objectUnfit: 'The answer does not have the fields that were asked for. This is its text:',
  noObject: 'The answer contains no complete data. This is its text:',
  tokens: 'Tokens',
  downloadCsv: 'Download CSV',
  downloadJsonl: 'Download JSONL',
  showMore: (count) => `Show ${count} more`,
  showAll: 'Show all',
  showLess: 'Show less',
  resultState: (status) => states[status],
  startOver: 'Start over',
  tryAgain: 'Try again',
  error: (error) => error.message,
};
