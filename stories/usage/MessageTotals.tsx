import {
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  type Connection,
  MessageTotals,
  useImageChat,
} from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** `Composer` has this line. A composer of your own adds it anywhere inside its root. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer } = useImageChat({ connection });
  return (
    <ComposerRoot composer={composer}>
      <ComposerInput />
      <MessageTotals />
      <ComposerSend>Send</ComposerSend>
    </ComposerRoot>
  );
}
