import { expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { browserDictation, type Dictation, type DictationCall } from '../../../src/index.js';
import { openChat } from './chat-page.js';

/** A service of an app: the test speaks. */
function service() {
  const calls: DictationCall[] = [];
  const dictation: Dictation = {
    mayLeaveDevice: true,
    listen(call) {
      calls.push(call);
      return new Promise((resolve) => {
        call.signal.addEventListener('abort', () => resolve(undefined));
      });
    },
  };
  return { calls, dictation };
}

test('what is said is shown, and written once it is final; Escape stops', async () => {
  const { calls, dictation } = service();
  const { screen, container } = await openChat({ chat: { dictation } });
  const text = screen.getByRole('textbox', { name: 'Message' });
  const status = (): string =>
    container.querySelector('[data-ick-part=dictation-status]')?.textContent ?? '';
  await text.fill('So:');
  await screen.getByRole('button', { name: 'Dictate' }).click();
  await expect.poll(() => calls.length).toBe(1);
  await expect.poll(status).toContain('The maker of your browser may receive the audio.');
  expect(calls[0]?.language).toBe('en');
  calls[0]?.onText('what is', false);
  await expect.poll(status).toBe('what is');
  await expect.element(text).toHaveValue('So:');
  calls[0]?.onText('what is this?', true);
  calls[0]?.onText(' And that?', true);
  await expect.element(text).toHaveValue('So: what is this? And that?');

  await userEvent.keyboard('{Escape}');
  await expect.element(screen.getByRole('button', { name: 'Dictate' })).toBeVisible();
  expect(calls[0]?.signal.aborted).toBe(true);
});

test('a failure is said beside the button, and one that an app throws as well', async () => {
  const listen = vi.fn<Dictation['listen']>(async () => 'denied');
  const { screen, container } = await openChat({ chat: { dictation: { listen } } });
  const status = (): string =>
    container.querySelector('[data-ick-part=dictation-status]')?.textContent ?? '';
  await screen.getByRole('button', { name: 'Dictate' }).click();
  await expect.poll(status).toContain('The microphone is blocked.');
  listen.mockRejectedValueOnce(new Error('A fault of the app.'));
  await screen.getByRole('button', { name: 'Dictate' }).click();
  await expect.poll(status).toContain('Dictation failed.');
});

test("the browser's recognition is off by default, and its errors have names", async () => {
  const recognitions: FakeRecognition[] = [];
  class FakeRecognition {
    lang = '';
    onresult: ((event: unknown) => void) | null = null;
    onerror: ((event: { error: string }) => void) | null = null;
    onend: (() => void) | null = null;
    start(): void {
      recognitions.push(this);
    }
    stop(): void {
      this.onend?.();
    }
  }
  vi.stubGlobal('SpeechRecognition', FakeRecognition);
  try {
    const dictation = browserDictation({ language: 'de' });
    expect(dictation?.mayLeaveDevice).toBe(true);
    const heard: [string, boolean][] = [];
    const ended = dictation?.listen({
      language: 'en',
      signal: new AbortController().signal,
      onText: (...words) => heard.push(words),
    });
    const [recognition] = recognitions;
    expect(recognition?.lang).toBe('de');
    recognition?.onresult?.({
      resultIndex: 1,
      results: [
        Object.assign([{ transcript: 'old' }], { isFinal: true }),
        Object.assign([{ transcript: 'neu' }], { isFinal: true }),
        Object.assign([{ transcript: 'un' }], { isFinal: false }),
      ],
    });
    expect(heard).toEqual([
      ['neu', true],
      ['un', false],
    ]);
    recognition?.onerror?.({ error: 'network' });
    recognition?.stop();
    expect(await ended).toBe('unreachable');
  } finally {
    vi.unstubAllGlobals();
  }
});
