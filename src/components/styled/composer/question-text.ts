/** Returns the text of a composer, or of a chat's own one: a question that is being edited above it has another. */
export function questionText(root: Element | null): HTMLTextAreaElement | null {
  const texts = root?.querySelectorAll<HTMLTextAreaElement>(
    'textarea[data-ick-part="composer-input"]',
  );
  return [...(texts ?? [])].at(-1) ?? null;
}
