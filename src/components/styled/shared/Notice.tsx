import { TriangleAlert, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect, useRef } from 'react';
import { focusUnlessElsewhere } from '../../shared/focused-element.js';
import { questionText } from '../composer/question-text.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useWords } from '../../words/WordsProvider.js';

export interface NoticeAction {
  label: string;
  onPress: () => void;
}

export interface NoticeProps {
  /** Amber for information, red for failures. @defaultValue 'warn' */
  tone?: 'warn' | 'bad';
  /** What it announces. Nothing if it is empty. @defaultValue the children, if they are text */
  spoken?: string;
  /** Buttons that help, such as Try again. */
  actions?: readonly NoticeAction[];
  /** Called when the user dismisses the notice. Without it there is no button to do so. */
  onDismiss?: () => void;
  className?: string;
  children: ReactNode;
}

/** What happened, and what to do. */
export function Notice(props: NoticeProps): ReactElement {
  const { tone = 'warn', spoken, actions = [], onDismiss, className = '', children } = props;
  const words = useWords();
  const announce = useAnnounce();
  const message = spoken ?? (typeof children === 'string' ? children : undefined);
  // The button is beside the first line only. Beside actions, it is beside all of them.
  const hasCorner = onDismiss !== undefined && actions.length === 0;
  // Strict mode runs each effect twice, and a sentence may come back unchanged.
  const announced = useRef<string>(undefined);
  useEffect(() => {
    if (!message || announced.current === message) return;
    announced.current = message;
    announce(message);
  }, [message, announce]);
  return (
    <div
      data-ick-part="notice"
      data-tone={tone}
      className={`ik:group/notice ik:relative ik:flex ik:items-start ik:gap-2 ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:px-2.5 ik:py-2 ik:text-sm ${className}`}
    >
      <TriangleAlert
        className="ik:mt-0.5 ik:size-4 ik:text-warn ik:group-data-[tone=bad]/notice:text-bad"
        strokeWidth={1.75}
      />
      <div className="ik:flex ik:min-w-0 ik:flex-1 ik:flex-wrap ik:items-start ik:gap-x-3">
        <div className="ik:min-w-0 ik:flex-[1_1_14rem] ik:wrap-anywhere">
          {hasCorner && <span className="ik:float-end ik:h-5 ik:w-7" />}
          {children}
        </div>
        {actions.map(({ label, onPress }, index) => (
          <button
            // oxlint-disable-next-line react/no-array-index-key -- a button whose label changes keeps the focus
            key={index}
            type="button"
            onClick={onPress}
            className="ik:-my-1.5 ik:min-h-8 ik:font-medium ik:text-accent ik:hover:underline ik:hover:underline-offset-2"
          >
            {label}
          </button>
        ))}
      </div>
      {onDismiss && (
        <button
          type="button"
          aria-label={words.dismiss}
          data-ick-tooltip={words.dismiss}
          onClick={({ currentTarget }) => {
            const chat = currentTarget.closest('[data-ick-part="image-chat"]');
            onDismiss();
            // The button is gone, and with it the focus.
            requestAnimationFrame(() => focusUnlessElsewhere(questionText(chat)));
          }}
          className={`ik:-my-1.5 ik:-me-1.5 ik:grid ik:size-8 ik:flex-none ik:place-items-center ik:rounded-full ik:text-ink-2 ik:hover:bg-sunken ik:hover:text-ink ${hasCorner ? 'ik:absolute ik:end-2.5 ik:top-2' : ''}`}
        >
          <X className="ik:size-4" strokeWidth={1.75} />
        </button>
      )}
    </div>
  );
}
