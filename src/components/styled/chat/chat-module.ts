import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';

export const chatModule = createLazyModule(() => import('./chat.lazy.js'));

export const MessageList = lazyComponent(chatModule, (loaded) => loaded.MessageList);
export const RequestError = lazyComponent(chatModule, (loaded) => loaded.RequestError);
export const UsageLine = lazyComponent(chatModule, (loaded) => loaded.UsageLine);
