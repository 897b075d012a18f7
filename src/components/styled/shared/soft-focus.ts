/** The ring of a text field that has the focus, as soft as the composer's. */
export const softFocus =
  'ik:transition-[border-color,box-shadow] ik:duration-150 ik:focus-visible:border-ink-3 ik:focus-visible:ring-4 ik:focus-visible:ring-accent/12 ik:focus-visible:outline-none ik:forced-colors:focus-visible:outline-2';
