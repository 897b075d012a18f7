/** What lies between what is written and a request: needed with the first word, with Send and against a refusal. */
export { renumberMentions } from '../messages/mentions.js';
export { findRules } from '../models/find-rules.js';
export { fixProblem } from './fix-problem.js';
export { createDescriptions } from '../messages/describe-images.js';
export { createRequestSteps } from './prepare-request.js';
export { previewRequest } from './preview-request.js';
export { problemOfError } from './problem-of-error.js';
export { createRefits } from './refit-images.js';
export { rulesOf } from './rules-of.js';
export { createDetailChoices } from '../queue/detail-choices.js';
