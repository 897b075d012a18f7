import { collectImages } from 'image-chat-kit/core';

/** Takes files, a DataTransfer or a FileList; reads headers, never names. */
export async function readDrop(event: DragEvent): Promise<File[]> {
  const { images, rejections } = await collectImages(event.dataTransfer!, {
    from: 'drop',
    maxFiles: 4,
  });
  for (const { name, code, message } of rejections) console.warn(name, code, message);
  return images.map(({ file }) => file);
}
