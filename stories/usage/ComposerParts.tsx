import {
  ComposerAddButton,
  ComposerInput,
  ComposerRoot,
  ComposerSend,
  ComposerStop,
  ComposerSummary,
  ComposerUndo,
  ComposerUnsent,
  type Connection,
  useImageChat,
} from 'image-chat-kit';

/** Parts bring behaviour, words and state, and no looks. */
export function Ask({ connection }: { connection: Connection }) {
  const { composer, status, stop } = useImageChat({ connection });
  return (
    <ComposerRoot composer={composer} isBusy={status !== 'ready'} onStop={stop}>
      <ComposerInput />
      <ComposerUnsent />
      <ComposerAddButton>Upload images</ComposerAddButton> <ComposerSummary />
      <ComposerSend>Send</ComposerSend>
      <ComposerStop>Stop</ComposerStop> <ComposerUndo />
    </ComposerRoot>
  );
}
