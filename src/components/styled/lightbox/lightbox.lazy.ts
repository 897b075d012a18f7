/** The lightbox as it loads with the first image that is opened. */
export { LightboxView } from './LightboxView.js';
export { QueueLightboxView } from './QueueLightboxView.js';
