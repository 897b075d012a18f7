import { Mic } from 'lucide-react';
import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { useLatest } from '../../../react/use-latest.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useComposer } from '../../parts/composer/index.js';
import type { Dictation, DictationFailure } from '../../shared/browser-dictation.js';
import { englishDictationWords } from '../../words/english/dictation.js';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton } from '../shared/IconButton.js';

export interface DictationButtonProps {
  dictation: Dictation;
  className?: string;
}

/** Starts and stops dictation. What is heard appears next to it, and in the text once it is final; Escape stops. */
export function DictationButton({ dictation, className = '' }: DictationButtonProps): ReactElement {
  const { composer } = useComposer('DictationButton');
  const { locale, dictation: given } = useWords();
  const words = useMemo(() => ({ ...englishDictationWords, ...given }), [given]);
  const announce = useAnnounce();
  const latest = useLatest(composer);
  const listening = useRef<AbortController>(undefined);
  const [isListening, setIsListening] = useState(false);
  const [interim, setInterim] = useState('');
  const [failure, setFailure] = useState<DictationFailure>();

  useEffect(() => () => listening.current?.abort(), []);
  useEffect(() => {
    if (!isListening) return undefined;
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      // One press does one thing: the answer in flight goes on.
      event.preventDefault();
      listening.current?.abort();
    };
    document.addEventListener('keydown', onKeyDown, true);
    return () => document.removeEventListener('keydown', onKeyDown, true);
  }, [isListening]);

  const start = async (): Promise<void> => {
    const controller = new AbortController();
    listening.current = controller;
    /** Text that was written here may not have been rendered yet. */
    let written = latest.current.text;
    setFailure(undefined);
    setIsListening(true);
    announce(words.listening);
    const ended = await failureOf(dictation, {
      language: locale,
      signal: controller.signal,
      onText(text, isFinal) {
        setInterim(isFinal ? '' : text);
        if (!isFinal) return;
        const { text: current, setText } = latest.current;
        const before = current.length >= written.length ? current : written;
        written = [before.trimEnd(), text.trim()].filter(Boolean).join(' ');
        setText(written);
      },
    });
    if (listening.current !== controller) return;
    listening.current = undefined;
    setIsListening(false);
    setInterim('');
    setFailure(ended);
    announce(ended ? words.dictationFailed(ended) : words.dictationEnded);
  };

  const note = dictation.mayLeaveDevice ? words.audioMayLeave : '';
  const label = isListening ? words.stopDictating : words.dictate;
  return (
    <>
      <IconButton
        icon={Mic}
        aria-label={label}
        aria-pressed={isListening}
        data-ick-tooltip={[label, note].filter(Boolean).join('. ')}
        data-ick-part="dictation"
        className={`ik:aria-pressed:bg-bad-soft ik:aria-pressed:text-bad ${className}`}
        onClick={() => {
          if (isListening) listening.current?.abort();
          else void start();
        }}
      />
      {(isListening || failure) && (
        <span
          data-ick-part="dictation-status"
          className={`ik:ms-1.5 ik:min-w-0 ik:flex-[1_1_10rem] ik:text-xs ik:wrap-anywhere ${failure ? 'ik:text-bad' : 'ik:text-ink-2'}`}
        >
          {failure
            ? words.dictationFailed(failure)
            : interim || [words.listening, note].filter(Boolean).join(' ')}
        </span>
      )}
    </>
  );
}

async function failureOf(
  { listen }: Dictation,
  call: Parameters<Dictation['listen']>[0],
): Promise<DictationFailure | undefined> {
  try {
    return await listen(call);
  } catch {
    return 'failed';
  }
}
