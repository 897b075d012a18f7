/**
 * Requests that a browser only allows in the handler of a press. This code is loaded beforehand; the code
 * that handles the results is loaded afterwards.
 */

/** Keeps the focus on this tab instead of switching to the chosen one. Not in every browser. */
interface FocusController {
  setFocusBehavior?: (behavior: string) => void;
}

/**
 * Lets the user choose a screen, a window or a tab.
 *
 * @throws DOMException as worded by the browser
 */
export async function askForScreen(): Promise<MediaStream> {
  const { CaptureController: Controller } = globalThis as {
    CaptureController?: new () => FocusController;
  };
  const controller = Controller && new Controller();
  try {
    controller?.setFocusBehavior?.('focus-capturing-application');
  } catch {
    // A browser with an older name for it switches to the chosen tab.
  }
  return navigator.mediaDevices.getDisplayMedia({ video: true, ...(controller && { controller }) });
}

/**
 * Reads the clipboard. Safari shows its own button, others a prompt.
 *
 * @throws DOMException as worded by the browser
 */
export async function askForClipboard(): Promise<ClipboardItems> {
  return navigator.clipboard.read();
}

/** Stops every track, which also turns off the camera light and the screen sharing indicator. */
export function stopStream(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
