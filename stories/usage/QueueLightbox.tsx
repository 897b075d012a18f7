import { useState } from 'react';
import { ImageTray, useImageQueue } from 'image-chat-kit';
import { QueueLightbox } from 'image-chat-kit/lightbox';
import 'image-chat-kit/styles.css';

/** What the model sees, detail and description of the images of a tray. */
export function Images() {
  const queue = useImageQueue({ model: 'gpt-4o' });
  const [openId, setOpenId] = useState<string>();
  return (
    <>
      <ImageTray queue={queue} onOpen={setOpenId} />
      <QueueLightbox items={queue.items} openId={openId} onOpenIdChange={setOpenId} queue={queue} />
    </>
  );
}
