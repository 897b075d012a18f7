import { createPartContext } from '../part/index.js';

export interface DropzoneState {
  [name: string]: boolean | number | undefined;
  dropTarget: boolean;
  draggedCount: number | undefined;
  disabled: boolean;
}

export const [DropzoneContext, useDropzone] = createPartContext<DropzoneState>('Dropzone.Root');
