/**
 * What a browser lets a page ask only in the handler of a press. These lines are loaded before it; what is done with the
 * answer loads afterwards.
 */

/** Where the person stays in this tab, and does not look at the one they chose. Not in every browser. */
interface FocusController {
  setFocusBehavior?: (behavior: string) => void;
}

/** Lets the person choose a screen, a window or a tab. @throws DOMException as browsers word it */
export async function askForScreen(): Promise<MediaStream> {
  const { CaptureController: Controller } = globalThis as {
    CaptureController?: new () => FocusController;
  };
  const controller = Controller && new Controller();
  try {
    controller?.setFocusBehavior?.('focus-capturing-application');
  } catch {
    // A browser with an older word for it switches to the chosen tab.
  }
  return navigator.mediaDevices.getDisplayMedia({ video: true, ...(controller && { controller }) });
}

/** Safari shows a button of its own, others a question. @throws DOMException as browsers word it */
export async function askForClipboard(): Promise<ClipboardItems> {
  return navigator.clipboard.read();
}

/** Ends every track: the light of the camera goes out, and the sign of a shared screen. */
export function stopStream(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
