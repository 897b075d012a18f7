import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';

const regionsModule = createLazyModule(() => import('./regions.lazy.js'));

export const RegionText = lazyComponent(regionsModule, (loaded) => loaded.RegionText);
export const RegionList = lazyComponent(regionsModule, (loaded) => loaded.RegionList);
export const RegionLayer = lazyComponent(regionsModule, (loaded) => loaded.RegionLayer);
export const RegionSwitch = lazyComponent(regionsModule, (loaded) => loaded.RegionSwitch);
