/** Of the images of a question, this many are shown until the user asks for the rest. */
export const SHOWN_AT_FIRST = 6;
