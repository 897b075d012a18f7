export const button =
  'ik:h-9 ik:rounded-full ik:px-3.5 ik:text-sm ik:font-medium ik:transition-colors ik:duration-150 ik:pointer-coarse:h-11';
export const quiet = `${button} ik:hover:bg-sunken`;
export const outlined = `${button} ik:border ik:border-line-strong ik:hover:bg-sunken ik:disabled:opacity-50`;
export const filled = `${button} ik:bg-accent ik:text-accent-ink ik:disabled:opacity-35 ik:forced-colors:border`;
