import { Maximize, Minus, Plus } from 'lucide-react';
import { type ReactElement, useEffect, useRef, useState } from 'react';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton, onDark } from '../shared/IconButton.js';
import { type View, ZOOM_STEP } from './zoom.js';

export interface ZoomToolsProps {
  /** Where the image is; `undefined` before its size is known. */
  view: View | undefined;
  zoomBy: (factor: number) => void;
  toFit: () => void;
  className?: string;
}

/** Zoom out, zoom in, fit, and the current zoom. A narrow window has room for the first two. */
export function ZoomTools({ view, zoomBy, toFit, className = '' }: ZoomToolsProps): ReactElement {
  const words = useWords();
  return (
    <span className={`ik:flex ik:items-center ${className}`}>
      <IconButton
        icon={Minus}
        label={words.zoomOut}
        keys="−"
        onClick={() => zoomBy(1 / ZOOM_STEP)}
        className={onDark}
      />
      <ZoomPercent scale={view?.scale} />
      <IconButton
        icon={Plus}
        label={words.zoomIn}
        keys="+"
        onClick={() => zoomBy(ZOOM_STEP)}
        className={onDark}
      />
      <IconButton
        icon={Maximize}
        label={words.zoomFit}
        keys="0"
        onClick={toFit}
        className={`${onDark} ik:max-sm:hidden`}
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
      <span
        aria-hidden
        className="ik:min-w-11 ik:max-sm:hidden ik:text-center ik:text-xs ik:tabular-nums"
      >
        {percent !== undefined && words.percent(percent)}
      </span>
      <output className="ik:sr-only">{spoken !== undefined && words.zoomed(spoken)}</output>
    </>
  );
}
