import { AddMenu, type Connection, useImageChat } from 'image-chat-kit';
import { Composer } from 'image-chat-kit/parts';
import 'image-chat-kit/styles.css';

/** `Composer` has this menu. A composer of your own adds it anywhere inside its root. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer } = useImageChat({ connection });
  return (
    <Composer.Root composer={composer}>
      <AddMenu />
      <Composer.Input />
      <Composer.Send>Send</Composer.Send>
    </Composer.Root>
  );
}
