/** The words of browsers, bundlers and Node for a package that is not there. */
const MISSING = /resolve|cannot find (?:module|package)|bare specifier/i;

/** Whether an import failed because its package is not installed, rather than for the network. */
export function isMissingPackage(cause: unknown): boolean {
  return cause instanceof Error && MISSING.test(cause.message);
}
