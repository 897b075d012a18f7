export const labelText = 'ik:text-xs ik:font-medium ik:text-ink-2';

export const field =
  'ik:block ik:min-h-9 ik:w-full ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:px-2.5 ik:text-sm ik:text-ink ik:[font-family:inherit] ik:pointer-coarse:min-h-11 ik:pointer-coarse:text-[max(1rem,16px)]';

export const pressable =
  'ik:min-h-9 ik:rounded-md ik:border ik:border-line-strong ik:px-3 ik:font-medium ik:hover:bg-sunken ik:disabled:opacity-50 ik:aria-disabled:opacity-50 ik:pointer-coarse:min-h-11';
