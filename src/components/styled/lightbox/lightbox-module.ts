import { createLazyModule } from '../../../internal/lazy-module.js';

export const lightboxModule = createLazyModule(() => import('./lightbox.lazy.js'));
