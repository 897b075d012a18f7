/** Recordings that are attached: heard before and after they are sent, and refused in words. */
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { arabicWords } from '../../../src/components/words/arabic/index.js';
import { germanWords } from '../../../src/components/words/german/index.js';
import type { ImageChatProps } from '../../../src/index.js';
import { videoFrames } from '../../../src/video.js';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.js';
import { ollamaChat } from '../../../src/wire/ollama-chat/index.js';
import { toneWav } from '../../helpers/make-audio.js';
import { recordMedia } from '../../helpers/record-media.js';
import { drag, openChat } from './chat-page.js';

const SECONDS = 2;
const players = (within: string) =>
  [...document.querySelectorAll<HTMLAudioElement>(`${within} audio`)].map(
    ({ controls, ariaLabel, duration }) => ({ controls, name: ariaLabel, duration }),
  );
const heard = [{ controls: true, name: 'voice.wav', duration: SECONDS }];
const textOf = (part: string) =>
  document.querySelector<HTMLElement>(`[data-ick-part=${part}]`)?.innerText ?? '';
const notices = () =>
  [...document.querySelectorAll('[data-ick-part=notice]')].map(({ textContent }) => textContent);

const wav = () => new File([toneWav(SECONDS)], 'voice.wav');
const m4a = () =>
  new File(['\0\0\0\u0018ftypM4A \0\0\0\0M4A isom'], 'voice.m4a', { type: 'audio/x-m4a' });

async function attach(
  file: File,
  connection: Partial<ImageChatProps['connection']> = {},
  chat: Partial<ImageChatProps> = {},
): Promise<string[]> {
  const bodies: string[] = [];
  await openChat({
    chat: { acceptFiles: ['audio/*'], ...chat },
    connection: {
      async fetch(target: RequestInfo | URL, init?: RequestInit) {
        bodies.push(await new Request(target, init).text());
        const answer = {
          choices: [{ index: 0, delta: { content: 'A tone.' }, finish_reason: 'stop' }],
        };
        return new Response(`data: ${JSON.stringify(answer)}\n\n`, {
          headers: { 'content-type': 'text/event-stream' },
        });
      },
      ...connection,
    },
  });
  const transfer = new DataTransfer();
  transfer.items.add(file);
  drag('drop', document.body, transfer);
  return bodies;
}

test('a recording can be heard in the composer and in the message', async () => {
  const bodies = await attach(wav());
  await expect.poll(() => players('[data-ick-part=composer-file]')).toEqual(heard);
  await expect.poll(() => textOf('composer-file')).toMatch(/voice\.wav\s+16 kB · 2 ?s/);
  await page.getByRole('textbox', { name: 'Message', exact: true }).fill('What is to be heard?');
  await userEvent.keyboard('{Enter}');
  await expect.poll(() => bodies.length).toBe(1);
  expect(bodies[0]).toMatch(/"input_audio":\{"data":"UklGR[\w+/=]+","format":"wav"\}/);
  await expect.poll(() => players('[data-ick-part=composer-file]')).toEqual([]);
  await expect.poll(() => players('article')).toEqual(heard);
  await expect.poll(() => textOf('file')).toMatch(/voice\.wav\s+WAV · 16 kB · 2 ?s/);
});

test('a recording that the browser cannot play stays a chip', async () => {
  await attach(m4a(), { wire: geminiGenerate });
  await expect.poll(() => textOf('composer-file')).toContain('voice.m4a');
  await expect.poll(() => players('[data-ick-part=composer-file]')).toEqual([]);
  expect(notices()).toEqual([]);
});

test('a recording without video is attached where frames of videos are asked for', async () => {
  await attach(
    await recordMedia('audio'),
    { wire: geminiGenerate },
    { intake: { fileSources: [videoFrames()] } },
  );
  await expect.poll(() => textOf('composer-file')).toContain('recording.webm');
  await expect
    .poll(() =>
      document.querySelector('[data-ick-part=composer-file]')?.getAttribute('data-media-type'),
    )
    .toBe('audio/webm');
  expect(notices()).toEqual([]);
});

describe('a recording that the format does not take is refused in words, before it is sent', () => {
  test.each([
    { file: m4a, says: /takes audio only as WAV or MP3\. Convert it/ },
    { file: m4a, words: germanWords, says: /nur als WAV oder MP3 an\. Bitte umwandeln/ },
    { file: m4a, words: arabicWords, says: /WAV أو MP3\. حوّله/ },
    { file: wav, wire: ollamaChat, says: /takes no audio\. Send the message without it/ },
  ])('$says', async ({ file, wire, words, says }) => {
    const bodies = await attach(file(), wire && { wire }, words && { words });
    await expect.poll(() => notices().join(' ')).toMatch(says);
    const { name } = file();
    const remove = words?.removeFile(name) ?? `Remove ${name}`;
    await page.getByRole('button', { name: remove }).click();
    await expect.poll(notices).toEqual([]);
    expect(bodies).toEqual([]);
  });
});
