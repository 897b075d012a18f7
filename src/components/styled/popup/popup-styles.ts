/** Where the chat opens: above a corner of the page, along one of its sides, or in the middle with the page behind it out of reach. */
export type PopupMode = 'popup' | 'sidebar' | 'modal';

/** The corner of the button, and of a popup; a sidebar is at the same side. */
export type PopupPlacement = 'bottom-end' | 'bottom-start';

const box =
  'ik:fixed ik:z-50 ik:overflow-hidden ik:bg-paper ik:text-ink ik:border-line-strong ik:transition-[opacity,translate] ik:duration-150 ik:ease-out ik:starting:opacity-0';

/** On a phone, every chat has the whole screen. */
const whole =
  'ik:max-[30em]:inset-0 ik:max-[30em]:m-0 ik:max-[30em]:h-dvh ik:max-[30em]:w-dvw ik:max-[30em]:rounded-none ik:max-[30em]:border-0';

const modes: Record<PopupMode, string> = {
  popup: `ik:m-0 ik:top-auto ik:bottom-[max(1rem,env(safe-area-inset-bottom))] ik:h-[min(var(--ick-popup-height,44rem),100dvh-2rem)] ik:max-h-none ik:w-[min(var(--ick-popup-width,26rem),100dvw-2rem)] ik:max-w-none ik:rounded-lg ik:border ik:shadow-card ik:starting:translate-y-2`,
  sidebar:
    'ik:m-0 ik:inset-y-0 ik:h-dvh ik:max-h-none ik:w-[min(var(--ick-popup-width,28rem),100dvw)] ik:max-w-none ik:border-y-0 ik:shadow-card',
  modal:
    'ik:m-auto ik:inset-0 ik:h-[min(var(--ick-popup-height,48rem),100dvh-4rem)] ik:max-h-none ik:w-[min(var(--ick-popup-width,52rem),100dvw-4rem)] ik:max-w-none ik:rounded-lg ik:border ik:shadow-card ik:backdrop:bg-[#111110]/50',
};

const sides: Record<PopupMode, Record<PopupPlacement, string>> = {
  popup: {
    'bottom-end': 'ik:start-auto ik:end-4',
    'bottom-start': 'ik:start-4 ik:end-auto',
  },
  sidebar: {
    'bottom-end': 'ik:start-auto ik:end-0 ik:border-s ik:border-e-0',
    'bottom-start': 'ik:start-0 ik:end-auto ik:border-s-0 ik:border-e',
  },
  modal: { 'bottom-end': '', 'bottom-start': '' },
};

export const panelStyle = (mode: PopupMode, placement: PopupPlacement): string =>
  `${box} ${modes[mode]} ${sides[mode][placement]} ${whole}`;

const button =
  'ik:fixed ik:z-40 ik:bottom-[max(1rem,env(safe-area-inset-bottom))] ik:grid ik:size-14 ik:place-items-center ik:rounded-full ik:bg-accent ik:text-accent-ink ik:shadow-card ik:forced-colors:border';

export const launcherStyle = (placement: PopupPlacement, isOpen: boolean): string =>
  `${button} ${placement === 'bottom-end' ? 'ik:end-4' : 'ik:start-4'} ${isOpen ? 'ik:invisible' : ''}`;
