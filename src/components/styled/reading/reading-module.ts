import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';

const readingModule = createLazyModule(() => import('./reading.lazy.js'));

export const QuoteButton = lazyComponent(readingModule, (loaded) => loaded.QuoteButton);
export const QuotePointer = lazyComponent(readingModule, (loaded) => loaded.QuotePointer);
export const ReadAloudButton = lazyComponent(readingModule, (loaded) => loaded.ReadAloudButton);
