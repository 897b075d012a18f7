import type { IntakeSource } from './types.js';
import type { IntakeRejectionCode } from './rejection.js';
import type { IntakeRejection } from './rejection.js';

type CaptureCode = Extract<
  IntakeRejectionCode,
  `camera-${string}` | `screen-${string}` | `clipboard-${string}`
>;

const messages: Record<CaptureCode, string> = {
  'camera-refused':
    'This page may not use the camera. Allow it next to the address of the page or in the browser settings, and try again; or choose a photo instead.',
  'camera-missing': 'No camera was found. Connect one and try again, or choose a photo instead.',
  'camera-busy':
    'The camera gives no image: another program or tab may be using it. Close that, and try again.',
  'screen-refused':
    'The system does not let the browser see the screen. Allow screen recording for it in the privacy settings of the system, and try again.',
  'screen-failed':
    'The screen gave no image. Try another window, or take a screenshot with the keys of your system and paste it.',
  'clipboard-refused':
    'This page may not read the clipboard. Allow it in the browser and try again, or paste into the text with Ctrl+V or ⌘V.',
  'clipboard-empty': 'There is no image in the clipboard. Copy one, and paste again.',
};

export function captureRejection(code: CaptureCode): IntakeRejection {
  return { code, message: messages[code], name: '' };
}

/**
 * Returns why a browser gave no image from the camera, the screen or the clipboard; `undefined` if the user
 * cancelled. Browsers agree on the names of these errors, but hardly on their messages.
 */
export function explainCapture(
  error: unknown,
  from: Extract<IntakeSource, 'camera' | 'screen' | 'paste'>,
): IntakeRejection | undefined {
  const { name = '', message = '' } = error instanceof Error ? error : {};
  const isRefused = name === 'NotAllowedError' || name === 'SecurityError';
  if (from === 'paste') {
    return captureRejection(isRefused ? 'clipboard-refused' : 'clipboard-empty');
  }
  if (from === 'screen') {
    if (!isRefused && name !== 'AbortError') return captureRejection('screen-failed');
    // "Denied by system" distinguishes a privacy setting from a cancelled dialog.
    return /system/i.test(message) ? captureRejection('screen-refused') : undefined;
  }
  if (isRefused) return captureRejection('camera-refused');
  const isMissing = ['NotFoundError', 'OverconstrainedError', 'DevicesNotFoundError'];
  return captureRejection(isMissing.includes(name) ? 'camera-missing' : 'camera-busy');
}
