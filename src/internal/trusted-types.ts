/**
 * Trusted Types: a page with `require-trusted-types-for 'script'` accepts a worker URL only from a policy.
 * The kit's policy is called `image-chat-kit`, and the page has to allow that name.
 */

interface TrustedPolicy {
  createScriptURL: (url: string) => unknown;
  createHTML: (html: string) => unknown;
}

interface TrustedTypes {
  /** What the page turns any text into on its own. */
  defaultPolicy: TrustedPolicy | null;
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string; createHTML: (html: string) => string },
  ) => TrustedPolicy;
}

declare global {
  var trustedTypes: TrustedTypes | undefined;
}

const POLICY_NAME = 'image-chat-kit';

let policy: TrustedPolicy | undefined;

/** Returns `undefined` if the name is already in use or the page forbids it. */
function findPolicy(): TrustedPolicy | undefined {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy(POLICY_NAME, {
      createScriptURL: (url) => url,
      createHTML: (html) => html,
    });
  } catch {
    // The plain string is then refused with the browser's own error.
  }
  return policy;
}

/** Only for URLs that the kit created itself. */
export function trustedScriptUrl(url: string): string {
  return (findPolicy()?.createScriptURL(url) ?? url) as string;
}

/** Only for text that is parsed into a separate document and never displayed. */
export function trustedHtml(html: string): string {
  return (findPolicy()?.createHTML(html) ?? html) as string;
}
