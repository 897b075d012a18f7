import { type ComponentPropsWithoutRef, forwardRef } from 'react';
import type { IconComponent } from './icon.js';

export interface IconButtonProps extends ComponentPropsWithoutRef<'button'> {
  /** The icon, as lucide-react exports them. */
  icon: IconComponent;
  /** What it does, for the tooltip and for screen readers. A part that this button replaces brings its own. */
  label?: string;
  /** Keys that do the same, for the tooltip. */
  keys?: string;
}

/** A round, quiet button with an icon, 32 px at the root's 16. */
export const IconButton = forwardRef<HTMLButtonElement, IconButtonProps>(function IconButton(
  { icon: Icon, label, keys, className = '', ...rest },
  ref,
) {
  return (
    <button
      ref={ref}
      type="button"
      {...(label && { 'aria-label': label, 'data-ick-tooltip': label, 'data-ick-keys': keys })}
      className={`ik:grid ik:size-8 ik:flex-none ik:place-items-center ik:rounded-full ik:text-ink-2 ik:transition-colors ik:duration-150 ik:hover:bg-sunken ik:hover:text-ink ik:disabled:opacity-50 ${className}`}
      {...rest}
    >
      <Icon className="ik:size-4.5" strokeWidth={1.75} aria-hidden />
    </button>
  );
});

/** Classes of icon buttons on the dark of the lightbox, in both themes. */
export const onDark = 'ik:text-white ik:hover:bg-white/15 ik:hover:text-white';
