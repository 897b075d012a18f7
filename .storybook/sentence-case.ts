/**
 * Returns the name of a story as a sentence begins, since Storybook makes title case of `WhatTheModelSees`. Names that are
 * written out, and words such as `OpenAI`, stay.
 */
export function sentenceCase(name: string): string {
  const [first = '', ...others] = name.split(' ');
  if (others.some((word) => /^[a-z]/.test(word))) return name;
  return [
    first,
    ...others.map((word) => (/^[A-Z][a-z]*$/.test(word) ? word.toLowerCase() : word)),
  ].join(' ');
}
