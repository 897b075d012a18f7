import type { ImageDetail } from '../../../models/types.js';
import type { QueueItem, QueueItemStatus } from '../../../queue/types.js';
import type { UseImageQueueResult } from '../../../react/types.js';
import type { ImageUpload, UploadStatus } from '../../../uploads/types.js';
import { createPartContext } from '../part/index.js';
import type { GripName, TileDrags } from './tile-drags.js';

/** State and actions of a tray. The value of `useImageQueue` fits; so does one of the app's own. */
export type TrayQueue = Pick<
  UseImageQueueResult,
  'items' | 'remove' | 'move' | 'setDetail' | 'setAlt' | 'retry' | 'detailChoices'
> &
  Partial<Pick<UseImageQueueResult, 'add' | 'replace' | 'waitFor'>> & {
    /** Restores what was removed last. Returns its description for an announcement, or `undefined` if there is none. */
    undo?: () => string | undefined;
  };

/** Actions of the tiles. The same from render to render, so that a change of one image re-renders one tile. */
export interface Tray {
  setActiveId: (id: string) => void;
  remove: (id: string) => void;
  undo: () => void;
  moveBy: (id: string, step: number) => void;
  focusBy: (id: string, step: number) => void;
  setDetail: (id: string, detail: ImageDetail) => void;
  /** Prepares a failed image again, or uploads it again. */
  retry: (item: QueueItem) => void;
  /** `undefined` if tiles do not open. */
  open: ((id: string) => void) | undefined;
  registerTile: (id: string, node: HTMLElement | null) => void;
  drags: TileDrags;
  /** Called when a tile is grabbed. */
  grip: (id: string, name: GripName, event: unknown) => void;
}

/** What the tray knows about its tiles. Each takes its own part, and re-renders only when that has changed. */
export interface TrayFacts {
  /** Numbers by id, of the images that are sent. */
  numbers: ReadonlyMap<string, number>;
  /** The tile that Tab reaches. */
  activeId: string | undefined;
  uploads: ReadonlyMap<string, ImageUpload> | undefined;
  undescribedIds: ReadonlySet<string> | undefined;
  /** For an image that was added a second time: the id of the first, by its own. */
  sameAs: ReadonlyMap<string, string>;
  detailChoices: TrayQueue['detailChoices'];
}

export interface TrayItemState {
  [name: string]: string | boolean | undefined;
  status: QueueItemStatus;
  /** The preview shows the bytes that will be sent. */
  final: boolean;
  dragging: boolean;
  /** It is sent, with a warning: see `TrayWarning`. */
  warning: boolean;
  /** Upload state, if images are uploaded when they are sent. */
  upload: UploadStatus | undefined;
}

export interface TrayItemContextValue {
  item: QueueItem;
  upload: ImageUpload | undefined;
  /** It will be described for the model, at a cost that is not known yet. */
  isUndescribed: boolean;
  /** Counted from 1 over what is sent: the "Image 1" of messages. `undefined` if it failed. */
  number: number | undefined;
  /** "Image 1", or the file name if there is no number. */
  title: string;
  /** The number of the image that shows the same, if this one was added a second time. */
  sameAs: number | undefined;
  /** Sentences. */
  warnings: readonly string[];
  state: TrayItemState;
  /** Tab skips the controls of the other tiles. */
  controlTabIndex: 0 | -1;
  detailChoices: TrayQueue['detailChoices'];
  /** Sets how closely the model looks at this image. */
  setDetail: (detail: ImageDetail) => void;
}

export const [TrayContext, useTray] = createPartContext<Tray>('Tray.Root');
export const [TrayFactsContext, useTrayFacts] = createPartContext<TrayFacts>('Tray.Root');
/** Returns the image of the `Tray.Item` around the component that calls it, and what is known of it. */
export const [TrayItemContext, useTrayItem] = createPartContext<TrayItemContextValue>('Tray.Item');
