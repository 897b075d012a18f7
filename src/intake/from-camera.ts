import { stopStream } from './ask.js';
import { captureRejection, explainCapture } from './explain-capture.js';
import type { IntakeRejection } from './rejection.js';

/** `environment` faces away from the user, `user` towards them. */
export type CameraFacing = 'environment' | 'user';

export type CameraChoice = { facing: CameraFacing } | { deviceId: string };

export interface OpenCamera {
  stream: MediaStream;
  /** `undefined` for a camera that does not say, such as one on a desk. */
  facing: CameraFacing | undefined;
  /** The camera to switch to next. */
  next: CameraChoice | undefined;
}

/** Finer than any model sees, and within what a phone camera delivers without delay. */
const IDEAL_SIZE = { width: { ideal: 2560 }, height: { ideal: 1440 } };

/**
 * Opens a camera, and requests permission if necessary.
 *
 * @returns the camera, whose stream the caller must stop, or why there is none
 */
export async function openCamera(
  choice: CameraChoice,
  onLost: (rejection: IntakeRejection) => void,
): Promise<OpenCamera | IntakeRejection> {
  let stream: MediaStream | undefined;
  try {
    const camera =
      'deviceId' in choice
        ? { deviceId: { exact: choice.deviceId } }
        : { facingMode: { ideal: choice.facing } };
    stream = await navigator.mediaDevices.getUserMedia({ video: { ...IDEAL_SIZE, ...camera } });
    const [track] = stream.getVideoTracks();
    // Not fired for a track that the page itself stops.
    track?.addEventListener('ended', () => onLost(captureRejection('camera-busy')));
    const { facingMode, deviceId = '' } = track?.getSettings() ?? {};
    const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : undefined;
    return { stream, facing, next: await nextCamera(facing, deviceId) };
  } catch (error) {
    stopStream(stream);
    return explainCapture(error, 'camera') ?? captureRejection('camera-busy');
  }
}

/** A phone has several rear cameras and one at the front; a desktop may have several in a row. */
async function nextCamera(
  facing: CameraFacing | undefined,
  deviceId: string,
): Promise<CameraChoice | undefined> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  const ids = devices.filter(({ kind }) => kind === 'videoinput').map((device) => device.deviceId);
  if (ids.length < 2) return undefined;
  if (facing) return { facing: facing === 'user' ? 'environment' : 'user' };
  return { deviceId: ids[(ids.indexOf(deviceId) + 1) % ids.length] ?? '' };
}
