import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';

const objectsModule = createLazyModule(() => import('./objects.lazy.js'));

export const AnswerObjectView = lazyComponent(objectsModule, (loaded) => loaded.AnswerObjectView);
