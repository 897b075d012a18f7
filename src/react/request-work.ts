/** What lies between what is written and a request: needed with the first word, with Send and against a refusal. */
export { renumberMentions } from '../messages/index.js';
export { findRules } from '../models/index.js';
export { fixProblem } from '../request/fix-problem.js';
export { createRequestSteps } from '../request/prepare-request.js';
export { previewRequest } from '../request/preview-request.js';
export { problemOfError } from '../request/problem-of-error.js';
export { createRefits } from '../request/refit-images.js';
export { rulesOf } from '../request/rules-of.js';
export { createDetailChoices } from './detail-choices.js';
