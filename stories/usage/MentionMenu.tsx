import { type Connection, MentionMenu, useImageChat } from 'image-chat-kit';
import { Composer } from 'image-chat-kit/parts';
import 'image-chat-kit/styles.css';

/** `Composer` has this menu. A composer of your own places it beside its text. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer } = useImageChat({ connection });
  return (
    <Composer.Root composer={composer} style={{ position: 'relative' }}>
      <Composer.Input />
      <MentionMenu />
      <Composer.Send>Send</Composer.Send>
    </Composer.Root>
  );
}
