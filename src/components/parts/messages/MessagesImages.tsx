import { forwardRef, type ReactNode } from 'react';
import type { ImagePart, ImageProgressPart, MessagePart } from '../../../messages/types.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { useImageUrl } from './image-url.js';
import { loadsByItself } from './loads-by-itself.js';
import { type MessageState, useMessage } from './messages-context.js';

export interface MessagesImagesProps extends Omit<PartProps<'ul', MessageState>, 'children'> {
  /** Renders one image, counted from 1. @defaultValue `MessagesImage` */
  children?: (image: ImagePart, number: number) => ReactNode;
  /** Renders an image that is being made, in its place. @defaultValue it is not shown until it is there */
  renderProgress?: (part: ImageProgressPart) => ReactNode;
  /** Which of them are shown; those shown keep their numbers. @defaultValue all */
  filter?: (part: ImagePart | ImageProgressPart) => boolean;
}

/** The images of a message, in order, with those that are being made. Renders nothing without images. */
export const MessagesImages = forwardRef<HTMLUListElement, MessagesImagesProps>(
  function MessagesImages(props, ref) {
    const { children: draw, renderProgress, filter = () => true, ...given } = props;
    const { entry, images, state } = useMessage('Messages.Images');
    const words = useWords();
    const shown = entry.message.parts
      .filter((part) => isShown(part, renderProgress))
      .filter((part) => filter(part));
    const renderImage = (image: ImagePart): ReactNode => {
      const number = images.indexOf(image) + 1;
      return draw ? draw(image, number) : <MessagesImage image={image} number={number} />;
    };
    const element = usePart({
      tag: 'ul',
      name: 'message-images',
      own: {
        role: 'list',
        'aria-label': words.images,
        children: shown.map((part) => (
          <li key={part.id}>
            {part.type === 'image' ? renderImage(part) : renderProgress?.(part)}
          </li>
        )),
      },
      given,
      state,
      ref,
    });
    return shown.length > 0 ? element : null;
  },
);

function isShown(
  part: MessagePart,
  renderProgress: MessagesImagesProps['renderProgress'],
): part is ImagePart | ImageProgressPart {
  return part.type === 'image' || (part.type === 'image-progress' && renderProgress !== undefined);
}

export interface MessagesImageProps extends PartProps<'img'> {
  /** The image part to show. */
  image: ImagePart;
  /** Its number in the message, counted from 1, as in "Image 1". */
  number: number;
  /**
   * Whether a link may be loaded from its host.
   *
   * @defaultValue only in a user message where the app put it; never in an answer
   */
  isRemoteAllowed?: boolean;
}

/**
 * One image of a message, with the `width` and `height` of its pixels as attributes: a class that sets one of the two also
 * has to set the other to `auto`. A link in an answer is not loaded automatically: its address could leak the conversation. A
 * link is loaded without a referrer.
 */
export const MessagesImage = forwardRef<HTMLImageElement, MessagesImageProps>(
  function MessagesImage(props, ref) {
    const { state } = useMessage('Messages.Image');
    const { image, number, isRemoteAllowed, ...given } = props;
    const words = useWords();
    const url = useImageUrl(image);
    const isLoaded =
      image.data.kind !== 'url' || (isRemoteAllowed ?? loadsByItself(image, state.role));
    const own = {
      src: isLoaded ? url : undefined,
      alt:
        image.alt ?? [words.image(number), cleanName(image.name ?? '')].filter(Boolean).join(': '),
      width: image.width,
      height: image.height,
      draggable: false,
      decoding: 'async',
      referrerPolicy: 'no-referrer',
    };
    return usePart({ tag: 'img', name: 'message-image', own, given, ref });
  },
);
