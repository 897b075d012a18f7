import { stopStream } from './ask.js';
import { captureRejection, explainCapture } from './explain-capture.js';
import type { IntakeRejection } from './rejection.js';

/** `environment` looks away from the person, `user` at them. */
export type CameraFacing = 'environment' | 'user';

export type CameraChoice = { facing: CameraFacing } | { deviceId: string };

export interface OpenCamera {
  stream: MediaStream;
  /** Nothing for a camera that does not tell, as one on a desk. */
  facing: CameraFacing | undefined;
  /** What to open to switch to the next camera. */
  next: CameraChoice | undefined;
}

/** Finer than any model sees, and within what the camera of a phone gives without a pause. */
const IDEAL_SIZE = { width: { ideal: 2560 }, height: { ideal: 1440 } };

/**
 * Opens a camera, and asks for it where the person has not been asked.
 *
 * @returns the camera, whose stream is the caller's to stop, or why there is none
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
    // Not told of a track that the page itself stops.
    track?.addEventListener('ended', () => onLost(captureRejection('camera-busy')));
    const { facingMode, deviceId = '' } = track?.getSettings() ?? {};
    const facing = facingMode === 'user' || facingMode === 'environment' ? facingMode : undefined;
    return { stream, facing, next: await nextCamera(facing, deviceId) };
  } catch (error) {
    stopStream(stream);
    return explainCapture(error, 'camera') ?? captureRejection('camera-busy');
  }
}

/** A phone has several cameras on its back, and turns round; a desk has a row of them. */
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
