import type { ReactElement, ReactNode } from 'react';
import {
  type Connection,
  MessageList,
  useImageChat,
  useImageDrop,
  useImageQueue,
  type UseImageQueueResult,
} from '../../src/index.js';
import { Sheet } from '../shared/Sheet.js';
import { Slider } from '../shared/Slider.js';
// `image-chat-kit/heic`, for the photos of iPhones in every browser.
import '../../src/pipeline/decode/heic.js';
import './recipes.css';

const system =
  'You compare two images of the same thing: image 1 is from before, image 2 from after. List what changed, where, and ' +
  'how sure you are. Say nothing of differences in light or framing.';

export function BeforeAfter(props: { connection: Connection; samples: ReactNode }): ReactElement {
  const { connection, samples } = props;
  const chat = useImageChat({ connection, system, labels: true });
  const { model } = connection;
  const before = useImageQueue({ model, detail: 'high' });
  const after = useImageQueue({ model, detail: 'high' });
  const first = before.items.at(-1)?.prepared;
  const second = after.items.at(-1)?.prepared;
  const ask = (): void => {
    const images = [...before.parts.slice(-1), ...after.parts.slice(-1)];
    void chat.send({ text: 'Compare them: what changed?', images });
  };
  return (
    <Sheet isWide>
      <div className="rc-slots">
        <Slot label="Before" queue={before} />
        <Slot label="After" queue={after} />
      </div>
      {samples}
      {first && second && (
        <Slider before={first.blob} after={second.blob} size={first} labels={['Before', 'After']} />
      )}
      <button
        type="button"
        className="st-button"
        data-primary
        disabled={!first || !second || chat.status !== 'ready'}
        onClick={ask}
      >
        What changed?
      </button>
      {chat.entries.length > 0 && <MessageList chat={chat} />}
    </Sheet>
  );
}

/** A place for one image; a new one takes the place of the one before. */
function Slot({ label, queue }: { label: string; queue: UseImageQueueResult }): ReactElement {
  const { dropProps, isDropTarget } = useImageDrop({ onImages: queue.addSources, maxFiles: 1 });
  const item = queue.items.at(-1);
  return (
    <section
      {...dropProps}
      className="st-zone rc-slot"
      data-over={isDropTarget || undefined}
      aria-label={label}
    >
      {item?.previewUrl === undefined ? (
        `${label}: drop an image`
      ) : (
        <figure>
          <img src={item.previewUrl} alt="" />
          <figcaption>{label}</figcaption>
        </figure>
      )}
    </section>
  );
}
