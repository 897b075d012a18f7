/** Icon buttons on the dark of the lightbox, in both themes. */
export const onDark = 'ik:text-white ik:hover:bg-white/15 ik:hover:text-white';
