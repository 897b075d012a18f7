'use client';
/** Videos as a source of images. What opens them loads with the first video. */

export { videoFrames } from './components/styled/video/video-frames.js';
export type { VideoFramesOptions } from './components/styled/video/video-frames.js';
export type { VideoWords } from './components/words/english/video.js';
