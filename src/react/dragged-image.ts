import type { ImagePart } from '../messages/types.js';

const DRAGGED_TYPE = 'application/x-image-chat-kit';

/** What a browser hands on of a drag are texts, so the image itself waits here, on its page. */
let dragged: { id: string; image: ImagePart } | undefined;

/** Lets an image of a conversation be dropped on a composer of the same page. Call it in `dragstart`. */
export function startImageDrag(transfer: DataTransfer, image: ImagePart): void {
  dragged = { id: image.id, image };
  transfer.setData(DRAGGED_TYPE, image.id);
  transfer.effectAllowed = 'copy';
}

export const holdsDraggedImage = ({ types }: DataTransfer): boolean => types.includes(DRAGGED_TYPE);

export function takeDraggedImage(transfer: DataTransfer): ImagePart | undefined {
  const id = transfer.getData(DRAGGED_TYPE);
  return dragged && dragged.id === id ? dragged.image : undefined;
}
