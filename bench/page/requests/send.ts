import { createElement, useEffect, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Connection } from '../../../src/chat/types.ts';
import { useImageChat } from '../../../src/react/use-image-chat.ts';
import type { UseImageChatResult } from '../../../src/react/types.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { SendRun } from '../request-protocol.ts';
import { timed, wait } from '../stopwatch.ts';

const LOOK_MS = 20;

/** A chat with these photos attached, as a person has it before pressing Send; then Send. */
export async function send(photos: readonly File[]): Promise<SendRun> {
  let calledAt = 0;
  let bodyBytes = 0;
  const screen: { chat?: UseImageChatResult } = {};
  const connection: Connection = {
    wire: openaiChat,
    model: 'gpt-4o',
    baseUrl: 'https://bench.invalid/v1',
    maxRetries: 0,
    fetch(_input, init) {
      calledAt = performance.now();
      if (init?.body instanceof Blob) bodyBytes = init.body.size;
      return Promise.resolve(Response.json({ error: { message: 'no answer' } }, { status: 400 }));
    },
  };
  function Chat(): ReactElement | null {
    const chat = useImageChat({ connection });
    useEffect(() => {
      screen.chat = chat;
    });
    return null;
  }
  const root = createRoot(document.querySelector('#app') ?? document.body);
  root.render(createElement(Chat));
  const until = async (
    isTrue: (chat: UseImageChatResult) => boolean,
  ): Promise<UseImageChatResult> => {
    for (;;) {
      if (screen.chat && isTrue(screen.chat)) return screen.chat;
      await wait(LOOK_MS);
    }
  };
  const chat = await until(() => true);
  chat.composer.queue.add(photos.map((file) => ({ file, name: file.name })));
  chat.composer.setText('Compare them.');
  const { composer } = await until(
    ({ composer: { queue, canSend } }) => canSend && queue.parts.length === photos.length,
  );
  await wait(200);
  const start = performance.now();
  const { longestGapMs, longestTaskMs } = await timed(() => composer.submit());
  root.unmount();
  return {
    ms: calledAt - start,
    images: composer.queue.parts.length,
    bodyBytes,
    longestGapMs,
    longestTaskMs,
  };
}
