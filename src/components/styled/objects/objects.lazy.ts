/** What an answer needs that is an object: it loads with the first of these. */
export { AnswerObjectView } from './AnswerObjectView.js';
