import type { ReactNode } from 'react';
import type { FileSource } from '../../../intake/file-source.js';
import { loadModule } from '../../../internal/lazy-module.js';
import type { VideoFacts } from './types.js';

export interface VideoFramesOptions {
  /**
   * Whether animated GIF, WebP, PNG and AVIF images open the chooser too, in browsers that decode their frames.
   * Otherwise they are ordinary images. @defaultValue false
   */
  animatedImages?: boolean;
  /** Frames that are taken where no interface can ask, and that the chooser offers to spread evenly. @defaultValue 6 */
  frameCount?: number;
}

/** Formats that the kit recognises. Which codecs are played is the browser's to say. */
const VIDEO_FORMATS = new Set(['MP4', 'QuickTime', 'Matroska', 'MPEG', 'AVI', 'Flash']);

/**
 * Creates a source that opens videos, for `fileSources` of an intake: a chooser offers their frames, and those that are
 * chosen become images with their times as names.
 */
export function videoFrames(options: VideoFramesOptions = {}): FileSource<ReactNode> {
  const { animatedImages = false, frameCount = 6 } = options;
  const known = new WeakMap<File, VideoFacts>();
  return {
    accept: ['video/*'],
    accepts(file, { info, format, head }) {
      const isTaken = info
        ? animatedImages && info.isAnimated && typeof ImageDecoder !== 'undefined'
        : isVideo(format, head);
      if (isTaken) known.set(file, { ...(info && { info }), ...(format && { format }) });
      return isTaken;
    },
    async expandFile(file, context) {
      const { expandVideo } = await loadModule(() => import('./expand-video.js'));
      return expandVideo(file, context, { facts: known.get(file) ?? {}, frameCount });
    },
  };
}

/** Ogg files are mostly sound; those with images name their codec at the start. */
function isVideo(format: string | undefined, head: Uint8Array): boolean {
  if (format === 'Ogg') return new TextDecoder('latin1').decode(head).includes('theora');
  return format !== undefined && VIDEO_FORMATS.has(format);
}
