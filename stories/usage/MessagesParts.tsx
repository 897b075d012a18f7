import { type Connection, useImageChat } from 'image-chat-kit';
import { Messages } from 'image-chat-kit/parts';

/** Parts bring behaviour, words and state, and no looks. */
export function Conversation({ connection }: { connection: Connection }) {
  const { entries } = useImageChat({ connection });
  return (
    <Messages.List entries={entries}>
      {entries.map((entry) => (
        <Messages.Item key={entry.message.id} entry={entry}>
          <Messages.Images />
          <Messages.Text />
          <Messages.Actions>
            <Messages.Copy>Copy</Messages.Copy>
          </Messages.Actions>
        </Messages.Item>
      ))}
      <Messages.Jump>Jump to the latest</Messages.Jump>
    </Messages.List>
  );
}
