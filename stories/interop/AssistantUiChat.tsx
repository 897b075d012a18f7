import {
  AssistantRuntimeProvider,
  AttachmentPrimitive,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  useLocalRuntime,
} from '@assistant-ui/react';
import { useState, type ReactElement } from 'react';
import type { ChatTrace, Connection } from '../../src/index.js';
import { createAttachmentAdapter, createChatModelAdapter } from '../../src/interop/assistant-ui.js';
import { Markdown } from '../../src/markdown.js';

export interface AssistantUiChatProps {
  connection: Connection;
  onTrace?: (trace: ChatTrace) => void;
}

/** Screenshots are looked at closely, photographs are not. */
const detail = ({ type }: File) => (type === 'image/png' ? 'high' : 'low');

export function AssistantUiChat({ connection, onTrace }: AssistantUiChatProps): ReactElement {
  const [adapters] = useState(() => ({
    attachments: createAttachmentAdapter({ model: connection.model, detail }),
  }));
  const [model] = useState(() =>
    createChatModelAdapter({ connection, ...(onTrace && { onTrace }) }),
  );
  const runtime = useLocalRuntime(model, { adapters });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root className="st-card">
        <ThreadPrimitive.Messages>{() => <Message />}</ThreadPrimitive.Messages>
        <ComposerPrimitive.Root className="st-card">
          <ComposerPrimitive.AttachmentDropzone className="st-zone">
            <p>Drop images here</p>
            <ComposerPrimitive.Attachments>
              {({ attachment: { status } }) => (
                <AttachmentPrimitive.Root>
                  <AttachmentPrimitive.Name />
                  {status.type === 'running' && `: ${status.progress} %`}
                  {status.type === 'incomplete' && `: ${status.message ?? 'not added'}`}
                </AttachmentPrimitive.Root>
              )}
            </ComposerPrimitive.Attachments>
          </ComposerPrimitive.AttachmentDropzone>
          <ComposerPrimitive.Input
            className="st-input"
            aria-label="Question"
            placeholder="Ask about the images"
          />
          <div className="st-row">
            <ComposerPrimitive.AddAttachment className="st-button">
              Add images
            </ComposerPrimitive.AddAttachment>
            <ComposerPrimitive.Send className="st-button" data-primary>
              Ask
            </ComposerPrimitive.Send>
          </div>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}

const Words = ({ text }: { text: string }): ReactElement => <Markdown text={text} />;

function Message(): ReactElement {
  return (
    <MessagePrimitive.Root>
      <MessagePrimitive.Attachments>
        {({ attachment: { name, content } }) => (
          <>
            {content.map((part) =>
              part.type === 'image' ? (
                <img key={part.image} className="st-thumb" src={part.image} alt={name} />
              ) : null,
            )}
          </>
        )}
      </MessagePrimitive.Attachments>
      <MessagePrimitive.Parts components={{ Text: Words }} />
      <MessagePrimitive.Error />
    </MessagePrimitive.Root>
  );
}
