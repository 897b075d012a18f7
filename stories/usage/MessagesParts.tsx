import {
  type Connection,
  MessagesActions,
  MessagesCopy,
  MessagesImages,
  MessagesItem,
  MessagesJump,
  MessagesList,
  MessagesText,
  useImageChat,
} from 'image-chat-kit';

/** Parts bring behaviour, words and state, and no looks. */
export function Messages({ connection }: { connection: Connection }) {
  const { entries } = useImageChat({ connection });
  return (
    <MessagesList entries={entries}>
      {entries.map((entry) => (
        <MessagesItem key={entry.message.id} entry={entry}>
          <MessagesImages />
          <MessagesText />
          <MessagesActions>
            <MessagesCopy>Copy</MessagesCopy>
          </MessagesActions>
        </MessagesItem>
      ))}
      <MessagesJump>Jump to the latest</MessagesJump>
    </MessagesList>
  );
}
