import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';

export const chatModule = createLazyModule(() => import('./chat.lazy.js'));

export const MessageList = lazyComponent(chatModule, (loaded) => loaded.MessageList);
export const RequestError = lazyComponent(chatModule, (loaded) => loaded.RequestError);
export const SlotFailure = lazyComponent(chatModule, (loaded) => loaded.SlotFailure);
export const Suggestions = lazyComponent(chatModule, (loaded) => loaded.Suggestions);
export const FollowUps = lazyComponent(chatModule, (loaded) => loaded.FollowUps);
export const UsageLine = lazyComponent(chatModule, (loaded) => loaded.UsageLine);
