/** How a tile hangs in the air while it is dragged. */
export interface TileDrag {
  isDragging: boolean;
  style: { transform?: string; transition?: string | undefined; zIndex?: number };
}

/** Events by which a drag begins. */
export type GripName = 'onMouseDown' | 'onTouchStart' | 'onKeyDown';

export type TileGrips = Partial<Record<GripName, (event: never) => void>>;

/** What the drag-and-drop library says of the tiles. Each tile listens for itself, so that a drag draws only what moves. */
export interface TileDrags {
  /** Nothing for a tile that lies where it belongs. */
  get: (id: string) => TileDrag | undefined;
  set: (id: string, drag: TileDrag | undefined) => void;
  /** Returns its own undo. */
  subscribe: (id: string, listener: () => void) => () => void;
  /** Told of the events of a tile. */
  grips: Map<string, TileGrips>;
}

export function createTileDrags(): TileDrags {
  const drags = new Map<string, TileDrag>();
  const listeners = new Map<string, () => void>();
  return {
    get: (id) => drags.get(id),
    set(id, drag) {
      if (drag === drags.get(id)) return;
      if (drag) drags.set(id, drag);
      else drags.delete(id);
      listeners.get(id)?.();
    },
    subscribe(id, listener) {
      listeners.set(id, listener);
      return () => {
        if (listeners.get(id) === listener) listeners.delete(id);
      };
    },
    grips: new Map(),
  };
}
