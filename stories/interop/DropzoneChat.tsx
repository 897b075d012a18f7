import { useState, type ReactElement } from 'react';
import { useDropzone } from 'react-dropzone';
import { MessageList, useImageChat } from '../../src/index.js';
import type { ChatTrace, Connection, ImagePart, IntakeRejection } from '../../src/index.js';
import { createGetFilesFromEvent, imagePartOf } from '../../src/interop/react-dropzone.js';

export interface DropzoneChatProps {
  connection: Connection;
  onTrace?: (trace: ChatTrace) => void;
}

/** Screenshots are looked at closely, photographs are not. */
const detail = ({ type }: File) => (type === 'image/png' ? 'high' : 'low');
const accept = { 'image/jpeg': [], 'image/png': [], 'image/webp': [] };

export function DropzoneChat({ connection, onTrace }: DropzoneChatProps): ReactElement {
  const [images, setImages] = useState<readonly ImagePart[]>([]);
  const [rejections, setRejections] = useState<readonly IntakeRejection[]>([]);
  const [getFilesFromEvent] = useState(() =>
    createGetFilesFromEvent({
      prepare: { model: connection.model, detail },
      onReject: setRejections,
    }),
  );
  const { getRootProps, getInputProps, isDragActive } = useDropzone({
    getFilesFromEvent,
    accept,
    onDrop: (files) => setImages(files.flatMap((file) => imagePartOf(file) ?? [])),
  });
  const chat = useImageChat({ connection, ...(onTrace && { onTrace }) });
  const ask = (): void => void chat.send({ text: 'What is in these images?', images });
  return (
    <div className="st-card">
      <div {...getRootProps()}>
        <input {...getInputProps({ 'aria-label': 'Images' })} />
        <div className="st-zone" data-over={isDragActive || undefined}>
          Drop images here
        </div>
      </div>
      {images.map(({ id, name, width, height, detail }) => (
        <p key={id}>
          {name}: {width} × {height} px, detail {detail}
        </p>
      ))}
      {rejections.map(({ name, message }) => (
        <p key={name} className="st-bad">
          {name}: {message}
        </p>
      ))}
      <button
        type="button"
        className="st-button"
        data-primary
        disabled={images.length === 0 || chat.status !== 'ready'}
        onClick={ask}
      >
        What is in these images?
      </button>
      {chat.entries.length > 0 && <MessageList chat={chat} />}
    </div>
  );
}
