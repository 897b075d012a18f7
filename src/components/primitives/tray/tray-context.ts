import type { QueueItem, QueueItemStatus } from '../../../pipeline/queue-types.js';
import type { ImageQueueHook } from '../../../react/types.js';
import type { ImageUpload, UploadStatus } from '../../../react/upload-types.js';
import { createPartContext } from '../part/index.js';

/** What a tray shows and does. The value of `useImageQueue` fits; so does one of the app's own. */
export type TrayQueue = Pick<
  ImageQueueHook,
  'items' | 'remove' | 'move' | 'setDetail' | 'setAlt' | 'retry' | 'detailChoices'
>;

/** How a tile hangs in the air while it is dragged. */
export interface TileDrag {
  isDragging: boolean;
  style: { transform?: string; transition?: string | undefined; zIndex?: number };
  handlers: Record<string, (event: never) => void>;
}

export interface Tray {
  queue: TrayQueue;
  /** The tile that Tab reaches. */
  activeId: string | undefined;
  setActiveId: (id: string) => void;
  remove: (id: string) => void;
  moveBy: (id: string, step: number) => void;
  focusBy: (id: string, step: number) => void;
  open: ((id: string) => void) | undefined;
  uploads: ReadonlyMap<string, ImageUpload> | undefined;
  retryUpload: ((id: string) => void) | undefined;
  registerTile: (id: string, node: HTMLElement | null) => void;
  drags: ReadonlyMap<string, TileDrag>;
}

export interface TrayItemState {
  [name: string]: string | boolean | undefined;
  status: QueueItemStatus;
  /** The preview shows the bytes that will be sent. */
  final: boolean;
  dragging: boolean;
  /** It is sent, and there is something to know: see `TrayWarning`. */
  warning: boolean;
  /** Where pictures are uploaded while the person types. */
  upload: UploadStatus | undefined;
}

export interface TrayItemContextValue {
  item: QueueItem;
  upload: ImageUpload | undefined;
  /** Counted from 1 over what is sent: the "Image 1" that people write about. None where it failed. */
  number: number | undefined;
  /** "Image 1", or the file's name where there is no number. */
  title: string;
  /** Sentences. */
  warnings: readonly string[];
  state: TrayItemState;
  /** Controls of the other tiles are passed over by Tab. */
  controlTabIndex: 0 | -1;
}

export const [TrayContext, useTray] = createPartContext<Tray>('TrayRoot');
export const [TrayItemContext, useTrayItem] = createPartContext<TrayItemContextValue>('TrayItem');
