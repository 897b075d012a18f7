import {
  AddMenu,
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  type Connection,
  useImageChat,
} from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** `Composer` has this menu. A composer of your own adds it anywhere inside its root. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer } = useImageChat({ connection });
  return (
    <ComposerRoot composer={composer}>
      <AddMenu />
      <ComposerInput />
      <ComposerSend>Send</ComposerSend>
    </ComposerRoot>
  );
}
