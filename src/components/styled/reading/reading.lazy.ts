/** What is done with an answer that one has read: it loads with the first selection in an answer, or with `readAloud`. */
export { QuoteButton } from './QuoteButton.js';
export { QuotePointer } from './QuotePointer.js';
export { ReadAloudButton } from './ReadAloudButton.js';
