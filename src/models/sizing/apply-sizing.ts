import type { Size } from '../../formats/types.js';
import { unreachable } from '../../internal/unreachable.js';
import type { Sizing } from '../types.js';
import { sizeByCrops } from './crop-tile.js';
import { sizeFlat } from './flat.js';
import { sizeByPaddedPatches } from './padded-patch.js';
import { sizeByPatches } from './patch.js';
import { sizeByRowPatches } from './row-patch.js';
import { sizeByShapeGrid } from './shape-grid.js';
import type { Sized } from './sized.js';
import { sizeByTiles } from './tile.js';

/** Returns how a provider handles an image of this size: the size its model sees, and its cost. */
export function applySizing(size: Size, sizing: Sizing): Sized {
  switch (sizing.kind) {
    case 'patch':
      return sizeByPatches(size, sizing);
    case 'tile':
      return sizeByTiles(size, sizing);
    case 'flat':
      return sizeFlat(size, sizing);
    case 'padded-patch':
      return sizeByPaddedPatches(size, sizing);
    case 'crop-tile':
      return sizeByCrops(size, sizing);
    case 'row-patch':
      return sizeByRowPatches(size, sizing);
    case 'shape-grid':
      return sizeByShapeGrid(size, sizing);
    default:
      return unreachable(sizing);
  }
}
