/**
 * Everything between what is written and an answer: the models' tables, the plan and the checks of a request, the turn, the
 * transport and the pipeline. One part, since all of it loads after the first paint.
 */
export { createQuestionQueue } from '../chat/question-queue.js';
export { turnSteps } from '../chat/turn.js';
export { createDescriptions } from '../messages/describe-images.js';
export { renumberMentions } from '../messages/mentions.js';
export { findRules } from '../models/find-rules.js';
export { createPipeline } from '../pipeline/create-pipeline.js';
export { createDetailChoices } from '../queue/detail-choices.js';
export { tokenShares } from '../queue/token-shares.js';
export { wholeImage } from '../queue/whole-image.js';
export { fixProblem } from '../request/fix-problem.js';
export { createRequestSteps } from '../request/prepare-request.js';
export { previewRequest } from '../request/preview-request.js';
export { problemOfError } from '../request/problem-of-error.js';
export { createRefits } from '../request/refit-images.js';
export { rulesOf } from '../request/rules-of.js';
export { createQuestionStorage } from './store-questions.js';
export { createTransport } from '../transport/create-transport.js';
