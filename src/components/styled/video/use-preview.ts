import { useEffect, useMemo, useState } from 'react';
import type { FrameReader } from '../../../video/types.js';
import { createPreview, isStopped } from './preview.js';

export interface Preview {
  /** Ref of the canvas that shows the frame. */
  setCanvas: (canvas: HTMLCanvasElement | null) => void;
  /** The time that the user went to. */
  timeS: number;
  goTo: (timeS: number) => void;
  /** Why the frame at that time cannot be shown. */
  error: unknown;
}

/** Shows the frame of the time that the user goes to. */
export function usePreview(reader: FrameReader): Preview {
  const [canvas, setCanvas] = useState<HTMLCanvasElement | null>(null);
  const [timeS, setTimeS] = useState(0);
  const [error, setError] = useState<unknown>();
  const show = useMemo(
    () =>
      createPreview(reader, {
        draw({ image }) {
          const context = canvas?.getContext('2d');
          if (!canvas || !context) return;
          context.clearRect(0, 0, canvas.width, canvas.height);
          context.drawImage(image, 0, 0, canvas.width, canvas.height);
          setError(undefined);
        },
        onError(reason) {
          if (!isStopped(reason)) setError(reason);
        },
      }),
    [reader, canvas],
  );
  useEffect(() => {
    if (canvas) show(timeS);
  }, [canvas, show, timeS]);
  return { setCanvas, timeS, goTo: setTimeS, error };
}
