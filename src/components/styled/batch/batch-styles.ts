/** A card, and the buttons in it. */
export const card =
  'ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-3 ik:rounded-lg ik:border ik:border-line-strong ik:bg-surface ik:p-4 ik:shadow-card';

const button =
  'ik:inline-flex ik:min-h-9 ik:items-center ik:justify-center ik:gap-2 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150';

export const mainButton = `${button} ik:bg-accent ik:text-accent-ink ik:disabled:bg-sunken ik:disabled:text-ink-3 ik:forced-colors:border`;
export const quietButton = `${button} ik:border ik:border-line-strong ik:text-ink-2 ik:hover:bg-sunken ik:hover:text-ink`;
