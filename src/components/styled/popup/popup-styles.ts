/** Where the chat opens: above a corner of the page, along one of its sides, or in the middle with the page behind it out of reach. */
export type PopupMode = 'popup' | 'sidebar' | 'modal';

/** The corner of the button, and of a popup; a sidebar is at the same side. */
export type PopupPlacement = 'bottom-end' | 'bottom-start';

/** Nothing by itself: the button and the chat have their own places in the window. */
export const rootStyle =
  'ik:m-0 ik:size-0 ik:overflow-visible ik:border-0 ik:bg-transparent ik:p-0';

const box =
  'ik:fixed ik:z-50 ik:max-h-dvh ik:max-w-dvw ik:overflow-hidden ik:bg-paper ik:text-ink ik:border-line-strong ik:shadow-card ik:transition-opacity ik:duration-150 ik:starting:opacity-0';

/** On a phone, every chat has the whole screen. */
const whole =
  'ik:max-[30em]:inset-0 ik:max-[30em]:size-full ik:max-[30em]:rounded-none ik:max-[30em]:border-0';

const modes: Record<PopupMode, string> = {
  popup:
    'ik:top-auto ik:bottom-4 ik:h-[min(var(--ick-popup-height,44rem),100dvh-2rem)] ik:w-[min(var(--ick-popup-width,26rem),100dvw-2rem)] ik:rounded-lg ik:border',
  sidebar: 'ik:inset-y-0 ik:h-dvh ik:w-[min(var(--ick-popup-width,26rem),100dvw-2rem)] ik:border-0',
  modal:
    'ik:inset-0 ik:m-auto ik:h-[min(var(--ick-popup-height,44rem),100dvh-2rem)] ik:w-[min(var(--ick-popup-width,52rem),100dvw-2rem)] ik:rounded-lg ik:border ik:backdrop:bg-[#111110]/50',
};

const sides: Record<PopupMode, Record<PopupPlacement, string>> = {
  popup: {
    'bottom-end': 'ik:start-auto ik:end-4',
    'bottom-start': 'ik:start-4 ik:end-auto',
  },
  sidebar: {
    'bottom-end': 'ik:start-auto ik:end-0 ik:border-s',
    'bottom-start': 'ik:start-0 ik:end-auto ik:border-e',
  },
  modal: { 'bottom-end': '', 'bottom-start': '' },
};

export const panelStyle = (mode: PopupMode, placement: PopupPlacement): string =>
  `${box} ${modes[mode]} ${sides[mode][placement]} ${whole}`;

const button =
  'ik:fixed ik:bottom-4 ik:z-50 ik:grid ik:size-14 ik:place-items-center ik:rounded-full ik:bg-accent ik:text-accent-ink ik:shadow-card ik:forced-colors:border';

export const launcherStyle = (placement: PopupPlacement, isOpen: boolean): string =>
  `${button} ${placement === 'bottom-end' ? 'ik:end-4' : 'ik:start-4'} ${isOpen ? 'ik:invisible' : ''}`;
