import { describe, expect, test, vi } from 'vitest';
import type { ChatMessage, ImagePart, Problem } from '../../../src/messages/types.js';
import { findRules } from '../../../src/models/find-rules.js';
import { fixProblem, type FixOptions } from '../../../src/request/fix-problem.js';
import type { ImageRefits } from '../../../src/request/refit-images.js';
import { anImage, answer, ask, linked } from '../messages/sample-messages.js';

const rules = findRules('claude-sonnet-4-6');

const problem = (facts: Partial<Problem>): Problem => ({
  code: 'image-side',
  severity: 'error',
  message: 'Too large.',
  fix: 'shrink',
  ...facts,
});

/** A conversation with `sent`, and a composer with `inTray`. Returns what the fix called. */
function desk({ sent = [], inTray = [] }: { sent?: ImagePart[]; inTray?: ImagePart[] }) {
  const messages: ChatMessage[] = [...sent.map((image) => ask(image, 'What?')), answer('Cats.')];
  const shown = { images: sent };
  const calls = {
    remove: vi.fn<(id: string) => void>(),
    removeImage: vi.fn<(id: string) => void>(),
    setLimits: vi.fn<(id: string, limits: unknown) => void>(),
    leaveOut: vi.fn<(ids: readonly string[]) => void>(),
    make: vi.fn<(image: ImagePart, limits: unknown) => Promise<ImagePart>>((image) =>
      Promise.resolve({ ...image, id: 'of-the-refit', width: 100, height: 75 }),
    ),
  };
  const options: FixOptions = {
    store: {
      getSnapshot: () => ({ entries: messages.map((message) => ({ message })) }) as never,
      remove: calls.remove,
      updateImages(change) {
        shown.images = shown.images.map((image) => change(image) ?? image);
      },
    },
    queue: {
      items: inTray.map(({ id }) => ({ id })) as never,
      parts: inTray,
      remove: calls.removeImage,
      setLimits: calls.setLimits,
    },
    messages: [...messages, ask(...inTray, 'And these?')],
    target: { model: rules.family, rules: { ...rules, limits: { ...rules.limits, maxImages: 2 } } },
    refits: { make: calls.make } as unknown as ImageRefits,
    leaveOut: calls.leaveOut,
  };
  return { ...calls, shown, fix: (facts: Partial<Problem>) => fixProblem(problem(facts), options) };
}

describe('shrinking, enlarging and converting', () => {
  test.each(['shrink', 'enlarge', 'convert'] as const)(
    '%s: an image of the composer gets limits, one of the conversation is rendered again',
    async (fix) => {
      const [sent, tray] = [anImage({ id: 'sent' }), anImage({ id: 'tray' })];
      const { fix: apply, setLimits, make, shown } = desk({ sent: [sent], inTray: [tray] });
      expect(await apply({ fix, limit: 100 })).toBe(true);
      expect(setLimits.mock.calls).toEqual([['tray', { maxSidePx: 100 }]]);
      expect(make.mock.calls).toEqual([[sent, { maxSidePx: 100 }]]);
      expect(shown.images).toEqual([{ ...sent, width: 100, height: 75 }]);
    },
  );

  test('only the image that is named, and no other of the conversation changes', async () => {
    const images = [anImage({ id: 'one' }), anImage({ id: 'two' })];
    const { fix, setLimits, make, shown } = desk({ sent: images, inTray: [anImage()] });
    expect(await fix({ imageId: 'two', limit: 100 })).toBe(true);
    expect(setLimits).not.toHaveBeenCalled();
    expect(make).toHaveBeenCalledTimes(1);
    expect(shown.images.map(({ width }) => width)).toEqual([640, 100]);
  });

  test('is not possible without an original, or for an image that is gone', async () => {
    const { fix, make } = desk({ sent: [linked('https://a.example/b.png', { id: 'one' })] });
    expect(await fix({ imageId: 'one' })).toBe(false);
    expect(await fix({ imageId: 'gone' })).toBe(false);
    expect(await fix({})).toBe(false);
    expect(make).not.toHaveBeenCalled();
  });
});

describe('removing', () => {
  test('an image of the composer leaves it', async () => {
    const { fix, removeImage, leaveOut } = desk({ inTray: [anImage({ id: 'tray' })] });
    expect(await fix({ fix: 'remove', imageId: 'tray' })).toBe(true);
    expect(removeImage.mock.calls).toEqual([['tray']]);
    expect(leaveOut).not.toHaveBeenCalled();
  });

  test('an image that was sent stays visible and is left out', async () => {
    const { fix, removeImage, leaveOut } = desk({
      sent: [anImage({ id: 'sent' })],
      inTray: [anImage()],
    });
    expect(await fix({ fix: 'remove', imageId: 'sent', messageId: 'm' })).toBe(true);
    expect(leaveOut.mock.calls).toEqual([[['sent']]]);
    expect(removeImage).not.toHaveBeenCalled();
  });

  test('a message is removed if no image is named', async () => {
    const { fix, remove } = desk({});
    expect(await fix({ fix: 'remove', messageId: 'm' })).toBe(true);
    expect(remove.mock.calls).toEqual([['m']]);
    expect(await fix({ fix: 'remove' })).toBe(false);
    expect(remove).toHaveBeenCalledTimes(1);
  });
});

test('leaving out the images takes those of the composer too', async () => {
  const { fix, leaveOut } = desk({
    sent: [anImage({ id: 'sent' })],
    inTray: [anImage({ id: 'tray' })],
  });
  expect(await fix({ code: 'no-vision', fix: 'leave-out-images' })).toBe(true);
  expect(leaveOut.mock.calls).toEqual([[['sent', 'tray']]]);
});

describe('dropping the oldest images', () => {
  test('leaves out as many as needed, and none of the composer', async () => {
    const sent = ['a', 'b', 'c'].map((id) => anImage({ id }));
    const { fix, leaveOut } = desk({ sent, inTray: [anImage({ id: 'tray' })] });
    expect(await fix({ code: 'too-many-images', fix: 'drop-oldest' })).toBe(true);
    expect(leaveOut.mock.calls).toEqual([[['a', 'b']]]);
  });

  test('does nothing if all images are in the composer', async () => {
    const { fix } = desk({ inTray: ['a', 'b', 'c'].map((id) => anImage({ id })) });
    expect(await fix({ code: 'too-many-images', fix: 'drop-oldest' })).toBe(false);
  });
});

test.each(['switch-model', 'write-text', 'upload'] as const)('%s needs the user', async (fix) => {
  const { fix: apply, ...calls } = desk({ sent: [anImage({ id: 'a' })] });
  expect(await apply({ fix, imageId: 'a' })).toBe(false);
  expect(calls.leaveOut).not.toHaveBeenCalled();
  expect(calls.make).not.toHaveBeenCalled();
});
