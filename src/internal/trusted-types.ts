/**
 * Trusted Types: a page with `require-trusted-types-for 'script'` takes the address of a worker only from a policy. The kit's is
 * called `image-chat-kit`, and the page has to allow that name.
 */

interface TrustedPolicy {
  createScriptURL: (url: string) => unknown;
  createHTML: (html: string) => unknown;
}

interface TrustedTypes {
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

/** A name may be taken once, and a page may forbid it. */
function findPolicy(): TrustedPolicy | undefined {
  try {
    policy ??= globalThis.trustedTypes?.createPolicy(POLICY_NAME, {
      createScriptURL: (url) => url,
      createHTML: (html) => html,
    });
  } catch {
    // The plain text is then refused with the browser's own words.
  }
  return policy;
}

/** Only for addresses that the kit made itself. */
export function trustedScriptUrl(url: string): string {
  return (findPolicy()?.createScriptURL(url) ?? url) as string;
}

/** Only for text that is parsed into a document of its own and never shown. */
export function trustedHtml(html: string): string {
  return (findPolicy()?.createHTML(html) ?? html) as string;
}
