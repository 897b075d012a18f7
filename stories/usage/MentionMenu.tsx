import {
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  type Connection,
  MentionMenu,
  useImageChat,
} from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** `Composer` has this menu. A composer of your own places it beside its text. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer } = useImageChat({ connection });
  return (
    <ComposerRoot composer={composer} style={{ position: 'relative' }}>
      <ComposerInput />
      <MentionMenu />
      <ComposerSend>Send</ComposerSend>
    </ComposerRoot>
  );
}
