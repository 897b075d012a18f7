import { createLazyModule } from '../../../internal/lazy-module.js';

/** Loads once there is something to ask, so that the first word of an answer is rendered with it. */
export const markdownModule = createLazyModule(() => import('../../markdown/Markdown.js'));
