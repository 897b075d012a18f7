import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { stopStream } from '../intake/ask.js';
import { captureRejection } from '../intake/explain-capture.js';
import { type CameraChoice, openCamera, type OpenCamera } from '../intake/from-camera.js';
import { grabFrame } from '../intake/grab-frame.js';
import { collectImages } from '../intake/collect-images.js';
import { notLoaded } from '../intake/unreadable.js';
import type { IntakeRejection } from '../intake/rejection.js';
import type { UseImageCameraResult, ImageCameraStatus, UseIntakeOptions } from './intake-types.js';
import { useAvailable } from './use-available.js';
import { useIntake } from './use-intake.js';

interface CameraState {
  status: ImageCameraStatus;
  camera?: OpenCamera;
  photo?: File;
  failure?: IntakeRejection;
}

const CLOSED: CameraState = { status: 'closed' };
const LOOKING_AWAY: CameraChoice = { facing: 'environment' };

/** A camera to take photos with. Its light is on only while it is open and no photo is being reviewed. */
export function useImageCamera(options: UseIntakeOptions): UseImageCameraResult {
  const intake = useIntake(options);
  const isAvailable = useAvailable(canOpen);
  const [state, setState] = useState(CLOSED);
  const { status, camera, photo, failure } = state;
  const video = useRef<HTMLVideoElement>(null);
  const choice = useRef(LOOKING_AWAY);
  /** Stops what was started last, even while it is still pending. */
  const end = useRef<() => void>(undefined);
  useEffect(() => () => end.current?.(), []);

  const start = useCallback((next: CameraChoice): void => {
    end.current?.();
    choice.current = next;
    let isWanted = true;
    let stream: MediaStream | undefined;
    end.current = () => {
      isWanted = false;
      stopStream(stream);
    };
    const show = (shown: CameraState): void => {
      if (isWanted) setState(shown);
    };
    const fail = (why: IntakeRejection): void => show({ status: 'failed', failure: why });
    const openNext = async (): Promise<void> => {
      const opened = await openCamera(next, fail);
      if ('code' in opened) {
        fail(opened);
        return;
      }
      ({ stream } = opened);
      if (isWanted) show({ status: 'starting', camera: opened });
      else stopStream(stream);
    };
    show({ status: 'starting' });
    openNext().catch((error: unknown) => fail(notLoaded('', error)));
  }, []);

  const setVideo = useCallback(
    (element: HTMLVideoElement | null) => {
      video.current = element;
      if (element) element.srcObject = camera?.stream ?? null;
    },
    [camera],
  );
  const onPlaying = useCallback(
    () =>
      setState((before) => (before.status === 'starting' ? { ...before, status: 'live' } : before)),
    [],
  );

  const open = useCallback(() => start(choice.current), [start]);
  const close = useCallback(() => {
    end.current?.();
    setState(CLOSED);
  }, []);
  const switchCamera = useCallback(() => {
    if (camera?.next) start(camera.next);
  }, [camera, start]);
  const takePhoto = useCallback(async (): Promise<void> => {
    const shown = video.current;
    // Set from the press on: a second one finds nothing to take.
    if (!shown || status !== 'live' || shown.paused) return;
    shown.pause();
    try {
      const taken = await grabFrame(shown, 'image/jpeg');
      // The last frame stays in the video while the photo is decoded.
      setState((before) => ({ ...before, status: 'taken', photo: taken }));
    } catch {
      setState({ status: 'failed', failure: captureRejection('camera-busy') });
    }
    end.current?.();
  }, [status]);
  const keepPhoto = useCallback(() => {
    if (photo) void intake((limits) => collectImages([photo], limits), 'camera');
    close();
  }, [photo, intake, close]);

  return useMemo(
    () => ({
      isAvailable,
      status,
      videoProps: { ref: setVideo, autoPlay: true, muted: true, playsInline: true, onPlaying },
      isMirrored: camera !== undefined && camera.facing !== 'environment',
      canSwitch: camera?.next !== undefined,
      photo,
      failure,
      open,
      close,
      switchCamera,
      takePhoto,
      retake: open,
      keepPhoto,
    }),
    [
      isAvailable,
      status,
      camera,
      photo,
      failure,
      setVideo,
      onPlaying,
      open,
      close,
      switchCamera,
      takePhoto,
      keepPhoto,
    ],
  );
}

function canOpen(): boolean {
  return typeof navigator.mediaDevices?.getUserMedia === 'function';
}
