import {
  AssistantRuntimeProvider,
  type AssistantRuntime,
  type Attachment,
  type ChatModelAdapter,
  useLocalRuntime,
} from '@assistant-ui/react';
import { useEffect } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { KitError } from '../../../src/errors.js';
import {
  createAttachmentAdapter,
  createChatModelAdapter,
  fromThreadMessages,
  type FileImageOptions,
} from '../../../src/interop/assistant-ui.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { recordRequests } from './record-requests.js';

async function setUp(options: FileImageOptions, model?: ChatModelAdapter) {
  const recorded = recordRequests();
  const chatModel = model ?? createChatModelAdapter({ connection: recorded.connection });
  const attachments = createAttachmentAdapter(options);
  const made: AssistantRuntime[] = [];
  function App() {
    const runtime = useLocalRuntime(chatModel, { adapters: { attachments } });
    useEffect(() => {
      made.push(runtime);
    }, [runtime]);
    return <AssistantRuntimeProvider runtime={runtime}>{null}</AssistantRuntimeProvider>;
  }
  await render(<App />);
  const [runtime] = made;
  if (!runtime) throw new Error('assistant-ui made no runtime.');
  return { ...recorded, thread: runtime.thread };
}

const statusesOf = (attachments: readonly Attachment[]) => attachments.map(({ status }) => status);

describe('in assistant-ui', () => {
  test('images are made to fit, and reach the model with the detail of each', async () => {
    const { thread, sentImages } = await setUp({
      model: 'gpt-4o',
      detail: ({ name }) => (name === 'photo.jpg' ? 'low' : 'high'),
    });
    await thread.composer.addAttachment(await loadFixture('photo.jpg'));
    await thread.composer.addAttachment(await loadFixture('quad.png'));
    expect(statusesOf(thread.composer.getState().attachments)).toEqual([
      { type: 'requires-action', reason: 'composer-send' },
      { type: 'requires-action', reason: 'composer-send' },
    ]);
    thread.composer.setText('Compare them.');
    thread.composer.send();
    await expect.poll(() => thread.getState().messages.at(-1)?.status?.type).toBe('complete');
    expect(sentImages().map(({ detail }) => detail)).toEqual(['low', 'high']);
    const [question, answer] = thread.getState().messages;
    expect(question?.attachments?.[0]?.content?.[0]).toMatchObject({
      type: 'image',
      filename: 'photo.jpg',
      providerMetadata: { openai: { imageDetail: 'low' } },
    });
    expect(answer?.content[0]).toMatchObject({ type: 'text' });
    expect(answer?.metadata.custom['usage']).toMatchObject({ outputTokens: expect.any(Number) });
  });

  test('an image shows its progress while it is made to fit', async () => {
    const { thread } = await setUp({ model: 'gpt-4o' });
    const seen: number[] = [];
    thread.composer.subscribe(() => {
      const status = thread.composer.getState().attachments[0]?.status;
      if (status?.type === 'running') seen.push(status.progress);
    });
    await thread.composer.addAttachment(await loadFixture('photo.jpg'));
    expect(seen[0]).toBe(0);
    expect(seen.at(-1)).toBe(100);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('a file that is no image is refused in plain words, and the others stay', async () => {
    const { thread } = await setUp({ model: 'gpt-4o' });
    await thread.composer.addAttachment(await loadFixture('quad.png'));
    const liar = new File([await loadFixture('document.pdf')], 'scan.png', { type: 'image/png' });
    const refusal: unknown = await thread.composer
      .addAttachment(liar)
      .catch((error: unknown) => error);
    expect(KitError.is(refusal) && refusal.code).toBe('not-an-image');
    expect(statusesOf(thread.composer.getState().attachments)).toEqual([
      { type: 'requires-action', reason: 'composer-send' },
      { type: 'incomplete', reason: 'error', message: expect.stringContaining('PDF') },
    ]);
  });

  test('an image that is removed while it is made to fit is let go', async () => {
    const { thread } = await setUp({ model: 'gpt-4o' });
    const adding = thread.composer.addAttachment(await loadFixture('photo.jpg'));
    await expect.poll(() => thread.composer.getState().attachments.length).toBe(1);
    await thread.composer.getAttachmentByIndex(0).remove();
    await adding;
    expect(thread.composer.getState().attachments).toEqual([]);
  });

  test('an app of its own model reads images and detail from the messages', async () => {
    let seen: ReturnType<typeof fromThreadMessages> = [];
    const model: ChatModelAdapter = {
      run: async ({ messages }) => {
        seen = fromThreadMessages(messages);
        return { content: [{ type: 'text', text: 'Seen.' }] };
      },
    };
    const { thread } = await setUp({ model: 'gpt-4o', detail: 'high' }, model);
    await thread.composer.addAttachment(await loadFixture('quad.png'));
    thread.composer.setText('What is it?');
    thread.composer.send();
    await expect.poll(() => thread.getState().messages.length).toBe(2);
    await expect
      .poll(() => seen)
      .toMatchObject([
        {
          role: 'user',
          parts: [
            { type: 'image', detail: 'high', name: 'quad.png', width: 96, height: 64 },
            { type: 'text', text: 'What is it?' },
          ],
        },
      ]);
  });
});
