import { type Connection, ImageChat } from 'image-chat-kit';
import { openaiImages } from 'image-chat-kit/wire/openai-images';
import 'image-chat-kit/styles.css';

const connection: Connection = {
  wire: openaiImages,
  baseUrl: '/api',
  model: 'gpt-image-2.5-flare',
};

export function Chat() {
  return <ImageChat connection={connection} />;
}
