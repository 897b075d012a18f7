import { VideoError } from './video-error.js';

let isReported = false;

export interface PolicyWatch {
  /** Whether the page's content security policy has barred a video since. */
  isBarred: () => boolean;
  /** Returns the refusal, and names the remedy in the console, once. */
  refuse: () => VideoError;
  letGo: () => void;
}

/** A video that a policy bars fails like a damaged one. */
export function watchPolicy(): PolicyWatch {
  let isBarred = false;
  const note = ({ effectiveDirective }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective === 'media-src') isBarred = true;
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    isBarred: () => isBarred,
    refuse() {
      if (!isReported) {
        console.warn(
          'image-chat-kit/video cannot open videos: the content security policy of this page bars them. Allow "media-src blob:".',
        );
      }
      isReported = true;
      const message =
        'This page does not let videos be opened. Take a screenshot of the moment you mean, and add that.';
      return new VideoError('unsupported-video', message);
    },
    letGo: () => document.removeEventListener('securitypolicyviolation', note),
  };
}
