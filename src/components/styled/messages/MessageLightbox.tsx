import { ImagePlus, Pencil } from 'lucide-react';
import { type ReactElement, useContext } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { ImagePart } from '../../../messages/types.js';
import type { ModelImageRules } from '../../../models/types.js';
import { loadsByItself } from '../../parts/messages/index.js';
import { imagesOf } from '../../parts/messages/messages-context.js';
import { useWords } from '../../words/WordsProvider.js';
import { Lightbox } from '../lightbox/Lightbox.js';
import { RegionBoardContext, useHasRegions, useRegionsOn } from '../regions/region-board.js';
import { RegionLayer, RegionSwitch } from '../regions/regions-module.js';
import { IconButton, onDark } from '../shared/IconButton.js';
import { CopyImageButton } from './ImageActions.js';
import { canReuse } from './use-reuse.js';

export interface MessageLightboxProps {
  /** The message whose images are shown. */
  entry: ChatEntry;
  imageId: string;
  onImageChange: (imageId: string) => void;
  onClose: () => void;
  /** Rules of the model. */
  rules: ModelImageRules | undefined;
  /** Adds an image to the composer and opens its editor. */
  onMarkUp: ((image: ImagePart) => void) | undefined;
  /** Adds an image to the composer. */
  onReuse: ((image: ImagePart) => void) | undefined;
}

/** The large view of a message's images, with what can be done with each. */
export function MessageLightbox(props: MessageLightboxProps): ReactElement | null {
  const { entry, imageId, onImageChange, onClose, rules, onMarkUp, onReuse } = props;
  const { role } = entry.message;
  const words = useWords();
  const board = useContext(RegionBoardContext);
  const images = imagesOf(entry);
  const index = images.findIndex(({ id }) => id === imageId);
  const image = images[index];
  if (!image) return null;
  const close = (): void => {
    onClose();
    board?.choose([]);
  };
  const isMade = role === 'assistant' && image.data.kind === 'bytes';
  return (
    <Lightbox
      images={images.map((one) => ({
        ...one,
        loadsOnPress: !loadsByItself(one, role),
        overlay: <ImageRegions imageId={one.id} />,
      }))}
      index={index}
      onIndexChange={(next) => {
        const shown = images[next];
        if (shown) onImageChange(shown.id);
      }}
      onClose={close}
      rules={rules}
      tools={
        <>
          <ImageRegionSwitch imageId={image.id} />
          {image.data.kind === 'bytes' && isMade && (
            <CopyImageButton bytes={image.data.bytes} className={onDark} />
          )}
          {isMade && onMarkUp && (
            <IconButton
              icon={Pencil}
              label={words.markUpImage(index + 1)}
              className={onDark}
              onClick={() => {
                onMarkUp(image);
                onClose();
              }}
            />
          )}
          {onReuse && canReuse(image) && (
            <IconButton
              icon={ImagePlus}
              label={words.useImage}
              className={onDark}
              onClick={() => {
                onReuse(image);
                onClose();
              }}
            />
          )}
        </>
      }
    />
  );
}

/** Loads the code that draws regions once there are some. */
function ImageRegions({ imageId }: { imageId: string }): ReactElement | null {
  return useRegionsOn(imageId).length > 0 ? (
    <RegionLayer imageId={imageId} fit="fill" hasNames />
  ) : null;
}

function ImageRegionSwitch({ imageId }: { imageId: string }): ReactElement | null {
  return useHasRegions(imageId) ? <RegionSwitch imageId={imageId} /> : null;
}
