import type { ImagePart } from '../messages/types.js';

const DRAGGED_TYPE = 'application/x-image-chat-kit';

/** A browser passes only text along with a drag, so the image itself is kept here, on its page. */
let dragged: { id: string; image: ImagePart } | undefined;

/** Makes an image of a conversation droppable on a composer of the same page. Call it in `dragstart`. */
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
