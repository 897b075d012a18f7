import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton, onDark } from '../shared/IconButton.js';
import { ZOOM_STEP, type Zoom } from './use-zoom.js';

/** Zoom out, zoom in, fit, and the current zoom. A narrow window leaves it to fingers and keys. */
export function ZoomTools({ zoom }: { zoom: Zoom }): ReactElement {
  const words = useWords();
  return (
    <span className="ik:flex ik:items-center ik:max-sm:hidden">
      <IconButton
        icon={Minus}
        label={words.zoomOut}
        keys="−"
        onClick={() => zoom.zoomBy(1 / ZOOM_STEP)}
        className={onDark}
      />
      <ZoomPercent scale={zoom.view?.scale} />
      <IconButton
        icon={Plus}
        label={words.zoomIn}
        keys="+"
        onClick={() => zoom.zoomBy(ZOOM_STEP)}
        className={onDark}
      />
      <IconButton
        icon={Maximize}
        label={words.zoomFit}
        keys="0"
        onClick={zoom.toFit}
        className={onDark}
      />
    </span>
  );
}

const SPOKEN_AFTER_MS = 400;

/** The current zoom: shown at once, announced when it stays unchanged. */
function ZoomPercent({ scale }: { scale: number | undefined }): ReactElement {
  const words = useWords();
  const percent = scale === undefined ? undefined : Math.round(scale * 100);
  const [spoken, setSpoken] = useState<number>();
  const known = useRef<number>(undefined);
  useEffect(() => {
    const before = known.current;
    known.current = percent;
    if (before === undefined || before === percent) return undefined;
    const timer = setTimeout(() => setSpoken(percent), SPOKEN_AFTER_MS);
    return () => clearTimeout(timer);
  }, [percent]);
  return (
    <>
      <span aria-hidden className="ik:min-w-11 ik:text-center ik:text-xs ik:tabular-nums">
        {percent !== undefined && words.percent(percent)}
      </span>
      <output className="ik:sr-only">{spoken !== undefined && words.zoomed(spoken)}</output>
    </>
  );
}
