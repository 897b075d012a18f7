/** Drag state of a tile. */
export interface TileDrag {
  isDragging: boolean;
  style: { transform?: string; transition?: string | undefined; zIndex?: number };
}

/** Events that start a drag. */
export type GripName = 'onMouseDown' | 'onTouchStart' | 'onKeyDown';

export type TileGrips = Partial<Record<GripName, (event: never) => void>>;

/**
 * Drag state of the tiles from the drag-and-drop library. Each tile subscribes itself, so that a drag re-renders only
 * what moves.
 */
export interface TileDrags {
  /** Returns `undefined` for a tile that is not moving. */
  get: (id: string) => TileDrag | undefined;
  set: (id: string, drag: TileDrag | undefined) => void;
  /** Subscribes to a tile. Returns a cleanup function. */
  subscribe: (id: string, listener: () => void) => () => void;
  /** Event handlers of each tile. */
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
