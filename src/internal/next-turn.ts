/** Resolves once the page has handled what is waiting. Not throttled in a hidden tab, as a timer is. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    // The DOMs of test runners have no channels.
    if (typeof MessageChannel === 'undefined') {
      setTimeout(resolve);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(undefined);
  });
}
