import { useState } from 'react';
import { ImageDropzone, ImageTray, useImageQueue } from 'image-chat-kit';
import { QueueMarkup } from 'image-chat-kit/markup';
import 'image-chat-kit/styles.css';

export function Images() {
  const queue = useImageQueue({ model: 'gpt-4o' });
  const [openId, setOpenId] = useState<string>();
  return (
    <ImageDropzone onImages={queue.addSources}>
      <ImageTray queue={queue} onEdit={setOpenId} />
      <QueueMarkup queue={queue} openId={openId} onClose={() => setOpenId(undefined)} />
    </ImageDropzone>
  );
}
