import { CircleStop, Volume2 } from 'lucide-react';
import {
  type ReactElement,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useMessage } from '../../parts/messages/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { usePartWords } from '../messages/use-part-words.js';
import { IconButton } from '../shared/IconButton.js';
import { readablePieces } from './readable-pieces.js';
import { canSpeak, isReading, readAloud, stopReading, subscribeToReading } from './speaker.js';

/** Reads the answer it is in, and stops with a second press. Renders nothing in a browser without speech synthesis. */
export function ReadAloudButton(): ReactElement | null {
  const { text } = useMessage('ReadAloudButton');
  const { locale } = useWords();
  const words = usePartWords();
  const announce = useAnnounce();
  const button = useRef<HTMLButtonElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  /** Stands for the reading of this text by this button. */
  const by = useMemo(() => ({ text }), [text]);
  const isOn = useSyncExternalStore(
    subscribeToReading,
    () => isReading(by),
    () => false,
  );
  // It ends with the message, and with the version of it that is read.
  useEffect(() => () => stopReading(by), [by]);
  if (!canSpeak()) return null;
  const start = (): void => {
    const message = button.current?.closest('[data-ick-part=message]');
    const pieces = message ? readablePieces(message, { words, language: locale }) : [];
    if (pieces.length === 0) return;
    setHasFailed(false);
    readAloud(by, pieces, () => {
      setHasFailed(true);
      announce(words.readingFailed);
    });
  };
  return (
    <>
      <IconButton
        ref={button}
        icon={isOn ? CircleStop : Volume2}
        label={isOn ? words.stopReading : words.readAloud}
        data-ick-part="read-aloud"
        data-reading={isOn ? '' : undefined}
        className="ik:data-reading:text-accent"
        onClick={() => (isOn ? stopReading(by) : start())}
      />
      {hasFailed && <span className="ik:text-xs ik:text-bad">{words.readingFailed}</span>}
    </>
  );
}
