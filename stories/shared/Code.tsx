import { useState, type ReactElement } from 'react';

export interface CodeProps {
  /** What it is, for a screen reader. */
  label: string;
  text: string;
  /** What is copied, where it is more than what is shown. No button without it. */
  copy?: () => string | Promise<string>;
  copyLabel?: string;
}

/** Code in a box that scrolls. */
export function Code({ label, text, copy, copyLabel = 'Copy' }: CodeProps): ReactElement {
  const [isCopied, setCopied] = useState(false);
  const onCopy = async (): Promise<void> => {
    await navigator.clipboard.writeText((await copy?.()) ?? text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <section className="st-code" aria-label={label}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard has to get there */}
      <pre tabIndex={0}>{text}</pre>
      {copy && (
        <button type="button" className="st-button" onClick={() => void onCopy()}>
          {isCopied ? 'Copied' : copyLabel}
        </button>
      )}
    </section>
  );
}
