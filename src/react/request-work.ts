/** What is needed between Send and the request, and against a refusal. */
export { mendProblem } from './mend-problem.js';
export { createRequestPreparation } from './prepare-request.js';
