/** What waits for `opened` goes on when the test calls `open`. */
export function createGate(): { opened: Promise<void>; open(): void } {
  const gate = { open: (): void => undefined };
  const opened = new Promise<void>((resolve) => (gate.open = resolve));
  return { opened, open: () => gate.open() };
}
