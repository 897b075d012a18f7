import { type UseImageChatResult, VersionSwitch } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

/** `MessageList` shows it below each message that has versions. */
export function Versions({ chat }: { chat: UseImageChatResult }) {
  return chat.entries.map(
    ({ message, versions }) =>
      versions && (
        <VersionSwitch
          key={message.id}
          versions={versions}
          isBusy={chat.status !== 'ready'}
          onShow={(index) => chat.showVersion(message.id, index)}
        />
      ),
  );
}
