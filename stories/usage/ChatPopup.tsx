import type { Connection } from 'image-chat-kit';
import { ChatPopup } from 'image-chat-kit/popup';
import { lazy } from 'react';
import 'image-chat-kit/styles.css';

const loadChat = () => import('image-chat-kit').then((kit) => ({ default: kit.ImageChat }));
const ImageChat = lazy(loadChat);

export function Help({ connection }: { connection: Connection }) {
  return (
    <ChatPopup label="Ask us" preload={loadChat}>
      <ImageChat connection={connection} />
    </ChatPopup>
  );
}
