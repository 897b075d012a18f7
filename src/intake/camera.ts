/** The part of the camera that loads when it is opened. */
export { captureRejection } from './explain-capture.js';
export { openCamera } from './from-camera.js';
export { grabFrame } from './grab-frame.js';
