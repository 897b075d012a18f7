import { forwardRef } from 'react';
import { type PartProps, usePart } from '../part/index.js';
import { type TrayItemState, useTrayItem } from './tray-context.js';

export type TrayThumbnailProps = PartProps<'img', TrayItemState>;

/** The image, as it will be sent once `data-final` is set. Renders nothing before there is a preview. */
export const TrayThumbnail = forwardRef<HTMLImageElement, TrayThumbnailProps>(
  function TrayThumbnail(given, ref) {
    const { item, state } = useTrayItem('Tray.Thumbnail');
    const own = {
      src: item.previewUrl,
      // The tile has the name; a second one here would be read twice.
      alt: item.alt ?? '',
      draggable: false,
      // The final image replaces a preview: decoded later, it would leave the tile blank in the meantime.
      decoding: state.final ? 'sync' : 'async',
    };
    const element = usePart({ tag: 'img', name: 'tray-thumbnail', own, given, state, ref });
    return item.previewUrl === undefined ? null : element;
  },
);
