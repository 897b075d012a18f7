import { cdp, server } from 'vitest/browser';

/** A folder on the disk. */
export const imageFolder = `${server.config.root}/test/fixtures/images`;

/** Lets the browser drop files and folders of the disk, as a file manager does. */
export async function dropFromDisk<T>(
  paths: string[],
  take: (data: DataTransfer) => Promise<T>,
): Promise<T> {
  const zone = document.createElement('div');
  zone.style.cssText = 'position:fixed;inset:0';
  document.body.append(zone);
  const taken = new Promise<T>((resolve, reject) => {
    zone.addEventListener('dragover', (event) => event.preventDefault());
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer) take(event.dataTransfer).then(resolve, reject);
    });
  });
  const frame = window.frameElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 100, 100);
  const place = { x: frame.left + frame.width / 2, y: frame.top + frame.height / 2 };
  const data = { items: [], files: paths, dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await cdp().send('Input.dispatchDragEvent', { type, ...place, data });
  }
  return taken;
}
