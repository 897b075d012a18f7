import {
  type ComponentPropsWithoutRef,
  type ReactElement,
  useState,
  useSyncExternalStore,
} from 'react';
import type { QueueItem } from '../../queue/types.js';
import type { Traces } from '../../react/devtools/traces.js';
import type { UseImageChatResult } from '../../react/types.js';
import { KitRoot, type Theme } from '../styled/chat/KitRoot.js';
import { ExchangeChooser } from './ExchangeChooser.js';
import { ExchangePanels } from './ExchangePanels.js';
import { ImageChooser } from './ImageChooser.js';
import { ImagePanels } from './ImagePanels.js';
import { openPanelsOf, PanelsContext } from './Panel.js';
import { useSeenImages } from './use-seen-images.js';

export interface ChatInspectorProps extends Omit<ComponentPropsWithoutRef<'div'>, 'children'> {
  /** The value of `useImageChat`. */
  chat: UseImageChatResult;
  /** The value of `useTraces`, whose `onTrace` is an option of the chat. */
  traces: Traces;
  /** The images to choose from. @defaultValue those of the composer, also after they were sent, until others come */
  images?: readonly QueueItem[];
  /** Id of the image whose way is shown. @defaultValue the one that was chosen here, otherwise the last */
  imageId?: string | undefined;
  /** Called when an image is chosen. */
  onImageIdChange?: (id: string) => void;
  /** Light, dark, or as the system. @defaultValue 'system', or the theme of the root above */
  theme?: Theme;
}

/**
 * Shows developers what happens on an image's way to the model: file, plan and result of each image, and request body,
 * events and message of each of the last ten requests. Keys are masked in what is shown and copied. It is in English
 * only, and belongs into development builds.
 */
export function ChatInspector(props: ChatInspectorProps): ReactElement {
  const { chat, traces, images, imageId, onImageIdChange, theme, className = '', ...rest } = props;
  const seen = useSeenImages(chat.composer.queue.items);
  const items = images ?? seen;
  const [chosenId, setChosenId] = useState<string>();
  const image = items.find(({ id }) => id === (imageId ?? chosenId)) ?? items.at(-1);

  const exchanges = useSyncExternalStore(
    traces.subscribe,
    traces.getExchanges,
    traces.getExchanges,
  );
  const [chosenNumber, setChosenNumber] = useState<number>();
  const latest = exchanges.at(-1);
  const exchange = exchanges.find(({ number }) => number === chosenNumber) ?? latest;
  return (
    <KitRoot
      data-ick-part="chat-inspector"
      lang="en"
      className={`ik:grid ik:grid-cols-[minmax(0,1fr)] ik:gap-2 ik:text-ink ${className}`}
      {...(theme && { theme })}
      {...rest}
    >
      <PanelsContext.Provider value={openPanelsOf(traces)}>
        <ImageChooser
          items={items}
          selected={image}
          onSelect={(id) => {
            setChosenId(id);
            onImageIdChange?.(id);
          }}
        />
        <ImagePanels item={image} />
        <ExchangeChooser
          exchanges={exchanges}
          selected={exchange}
          // Whoever chooses the latest sees those that follow.
          onSelect={(number) => setChosenNumber(number === latest?.number ? undefined : number)}
        />
        <ExchangePanels exchange={exchange} isLatest={exchange === latest} chat={chat} />
      </PanelsContext.Provider>
    </KitRoot>
  );
}
