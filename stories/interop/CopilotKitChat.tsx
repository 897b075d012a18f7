import type { AttachmentsConfig } from '@copilotkit/shared';
import { useState, type ChangeEvent, type ReactElement } from 'react';
import { KitError, MessageList, useImageChat } from '../../src/index.js';
import type { ChatTrace, Connection } from '../../src/index.js';
import {
  createOnUpload,
  fromInputContent,
  type InputContentPart,
} from '../../src/interop/copilotkit.js';

export interface CopilotKitChatProps {
  connection: Connection;
  onTrace?: (trace: ChatTrace) => void;
}

/** Screenshots are looked at closely, photographs are not. */
const detail = ({ type }: File) => (type === 'image/png' ? 'high' : 'low');

/** What CopilotKit makes of a file: a part of an AG-UI message. */
async function toContent(
  { onUpload }: Pick<Required<AttachmentsConfig>, 'onUpload'>,
  file: File,
): Promise<InputContentPart> {
  const { metadata, ...source } = await onUpload(file);
  return { type: 'image', source, metadata: { filename: file.name, ...metadata } };
}

export function CopilotKitChat({ connection, onTrace }: CopilotKitChatProps): ReactElement {
  const [attachments] = useState(() => ({
    enabled: true,
    accept: 'image/*',
    onUpload: createOnUpload({ model: connection.model, detail }),
  }));
  const [content, setContent] = useState<readonly InputContentPart[]>([]);
  const [failure, setFailure] = useState('');
  const chat = useImageChat({ connection, ...(onTrace && { onTrace }) });
  const onChange = async ({ target }: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = Array.from(target.files ?? []);
    setFailure('');
    for (const file of files) {
      try {
        const part = await toContent(attachments, file);
        setContent((before) => [...before, part]);
      } catch (error) {
        if (!KitError.is(error)) throw error;
        setFailure(`${file.name}: ${error.message}`);
      }
    }
  };
  /** The agent's side: it has the message, and nothing else. */
  const ask = (): void => {
    const images = fromInputContent(content).filter((part) => part.type === 'image');
    setContent([]);
    void chat.send({ text: 'What is in these images?', images });
  };
  return (
    <div className="st-card">
      <label className="st-field">
        Images
        <input
          type="file"
          multiple
          accept={attachments.accept}
          onChange={(event) => void onChange(event)}
        />
      </label>
      {failure !== '' && (
        <p role="alert" className="st-bad">
          {failure}
        </p>
      )}
      <ul className="st-list" aria-label="Parts of the message">
        {content.map(({ type, metadata }, index) => (
          <li key={index} className="st-mono">
            {type} {JSON.stringify(metadata)}
          </li>
        ))}
      </ul>
      <button
        type="button"
        className="st-button"
        data-primary
        disabled={content.length === 0 || chat.status !== 'ready'}
        onClick={ask}
      >
        What is in these images?
      </button>
      {chat.entries.length > 0 && <MessageList chat={chat} />}
    </div>
  );
}
