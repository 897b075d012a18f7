/** Headers of every request to this API besides the key. */
export const anthropicHeaders: Readonly<Record<string, string>> = {
  'anthropic-version': '2023-06-01',
  // Without it the server refuses every request from a page.
  'anthropic-dangerous-direct-browser-access': 'true',
};
