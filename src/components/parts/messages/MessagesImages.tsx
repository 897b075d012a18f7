import { forwardRef, type ReactNode } from 'react';
import type { ImagePart } from '../../../messages/types.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { useImageUrl } from './image-url.js';
import { loadsByItself } from './loads-by-itself.js';
import { type MessageState, useMessage } from './messages-context.js';

export interface MessagesImagesProps extends Omit<PartProps<'ul', MessageState>, 'children'> {
  /** Renders one image, counted from 1. @defaultValue `MessagesImage` */
  children?: (image: ImagePart, number: number) => ReactNode;
}

/** The images of a message, in order. Renders nothing without images. */
export const MessagesImages = forwardRef<HTMLUListElement, MessagesImagesProps>(
  function MessagesImages(props, ref) {
    const { children: draw, ...given } = props;
    const { images, state } = useMessage('MessagesImages');
    const words = useWords();
    const element = usePart({
      tag: 'ul',
      name: 'message-images',
      own: {
        role: 'list',
        'aria-label': words.images,
        children: images.map((image, index) => (
          <li key={image.id}>
            {draw ? draw(image, index + 1) : <MessagesImage image={image} number={index + 1} />}
          </li>
        )),
      },
      given,
      state,
      ref,
    });
    return images.length > 0 ? element : null;
  },
);

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
 * One image of a message. A link in an answer is not loaded automatically: its address could leak the conversation. A
 * link is loaded without a referrer.
 */
export const MessagesImage = forwardRef<HTMLImageElement, MessagesImageProps>(
  function MessagesImage(props, ref) {
    const { state } = useMessage('MessagesImage');
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
