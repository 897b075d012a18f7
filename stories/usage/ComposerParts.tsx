import { type Connection, useImageChat } from 'image-chat-kit';
import { Composer } from 'image-chat-kit/parts';

/** Parts bring behaviour, words and state, and no looks. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer, status, stop } = useImageChat({ connection, acceptFiles: true });
  return (
    <Composer.Root composer={composer} isBusy={status !== 'ready'} onStop={stop}>
      <Composer.Files />
      <Composer.Input />
      <Composer.Unsent />
      <Composer.AddButton>Upload images</Composer.AddButton> <Composer.Summary />
      <Composer.Send>Send</Composer.Send>
      <Composer.Stop>Stop</Composer.Stop> <Composer.Undo />
    </Composer.Root>
  );
}
