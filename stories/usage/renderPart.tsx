import {
  type Connection,
  ImageChat,
  type MessageFeedback,
  type PartRenderers,
} from 'image-chat-kit';
import 'image-chat-kit/styles.css';

const renderPart: PartRenderers = {
  'tool-call': ({ part, children }) => (
    <div>
      <small>{part.name} ran for this answer</small>
      {children}
    </div>
  ),
};

const onFeedback = ({ messageId, rating }: MessageFeedback) =>
  fetch('/api/feedback', { method: 'POST', body: JSON.stringify({ messageId, rating }) });

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} renderPart={renderPart} onFeedback={onFeedback} />;
}
