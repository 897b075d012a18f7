import {
  AssistantRuntimeProvider,
  AttachmentPrimitive,
  ComposerPrimitive,
  MessagePrimitive,
  ThreadPrimitive,
  useLocalRuntime,
} from '@assistant-ui/react';
import { createDemoBackend } from 'image-chat-kit/demo';
import {
  createAttachmentAdapter,
  createChatModelAdapter,
} from 'image-chat-kit/interop/assistant-ui';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';

const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  // Answers inside the page. Once you have a server, remove this line and its import.
  fetch: createDemoBackend(),
};

const attachments = createAttachmentAdapter({ model: connection.model });
const model = createChatModelAdapter({ connection });

export default function App() {
  const runtime = useLocalRuntime(model, { adapters: { attachments } });
  return (
    <AssistantRuntimeProvider runtime={runtime}>
      <ThreadPrimitive.Root>
        <ThreadPrimitive.Messages>
          {({ message: { role, status } }) => (
            <MessagePrimitive.Root data-role={role} data-status={status?.type}>
              <MessagePrimitive.Parts />
              <MessagePrimitive.Error />
            </MessagePrimitive.Root>
          )}
        </ThreadPrimitive.Messages>
        <ComposerPrimitive.Root>
          <ComposerPrimitive.AttachmentDropzone>
            <p>Drop images here</p>
            <ComposerPrimitive.Attachments>
              {({ attachment: { status } }) => (
                <AttachmentPrimitive.Root data-status={status.type}>
                  <AttachmentPrimitive.Name />
                </AttachmentPrimitive.Root>
              )}
            </ComposerPrimitive.Attachments>
          </ComposerPrimitive.AttachmentDropzone>
          <ComposerPrimitive.Input aria-label="Message" />
          <ComposerPrimitive.AddAttachment>Add images</ComposerPrimitive.AddAttachment>
          <ComposerPrimitive.Send>Send</ComposerPrimitive.Send>
        </ComposerPrimitive.Root>
      </ThreadPrimitive.Root>
    </AssistantRuntimeProvider>
  );
}
