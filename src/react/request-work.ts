/** What lies between what is written and a request: needed with the first word, with Send and against a refusal. */
export { findRules } from '../models/index.js';
export { renumberMentions } from '../messages/index.js';
export { createDetailChoices } from './detail-choices.js';
export { mendProblem } from './mend-problem.js';
export { messageOf } from './message-of.js';
export { createRequestPreparation } from './prepare-request.js';
export { problemOfError } from './problem-of-error.js';
