import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';

const composerModule = createLazyModule(() => import('./composer.lazy.js'));

export const ComposerNotices = lazyComponent(composerModule, (loaded) => loaded.ComposerNotices);
export const ComposerTray = lazyComponent(composerModule, (loaded) => loaded.ComposerTray);
export const FileChips = lazyComponent(composerModule, (loaded) => loaded.FileChips);
export const MentionMenu = lazyComponent(composerModule, (loaded) => loaded.MentionMenu);
export const MessageTotals = lazyComponent(composerModule, (loaded) => loaded.MessageTotals);
export const WaitingQuestions = lazyComponent(composerModule, (loaded) => loaded.WaitingQuestions);
export const DictationButton = lazyComponent(composerModule, (loaded) => loaded.DictationButton);
export const AppMenu = lazyComponent(composerModule, (loaded) => loaded.AppMenu);
