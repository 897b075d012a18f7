/** What is tried once a server has refused a request for its images, and what an app is told of one that is not sent. */
import { describe, expect, test, vi } from 'vitest';
import type { Connection } from '../../../src/chat/types.js';
import { KitError, type KitErrorFacts } from '../../../src/errors.js';
import type { ChatMessage, ImagePart } from '../../../src/messages/types.js';
import { imagesOf } from '../../../src/messages/change-images.js';
import { createRequestSteps, type SendingOptions } from '../../../src/request/prepare-request.js';
import type { ImageRefits } from '../../../src/request/refit-images.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { anImage, ask, heavyImage, linked } from '../messages/sample-messages.js';

const connection: Connection = {
  baseUrl: 'https://chat.example',
  wire: openaiChat,
  model: 'gpt-4o',
};
const { signal } = new AbortController();
const refusal = (facts: KitErrorFacts) =>
  new KitError('bad-request', { message: 'No.', facts: { status: 400, ...facts } });

/** Gives each image the size that is asked for, or half of its bytes. */
function fakeRefits() {
  const make = vi.fn<ImageRefits['make']>((image, { maxSidePx, minSidePx }) =>
    Promise.resolve({
      ...image,
      width: maxSidePx ?? minSidePx ?? image.width ?? 0,
      height: maxSidePx ?? minSidePx ?? image.height ?? 0,
    }),
  );
  return { make, refits: { make, made: () => undefined, makeAhead: () => undefined } };
}

async function recovered(
  facts: KitErrorFacts,
  images: readonly ImagePart[],
  options: Partial<SendingOptions> = {},
  isLastTry = false,
) {
  const { recover } = createRequestSteps({ connection, labels: false, ...options });
  const error = refusal(facts);
  const recovery = await recover(error, [ask(...images)], { signal, isLastTry });
  expect(recovery.error).toBe(error);
  return recovery.messages && imagesOf(recovery.messages);
}

describe('an image that is too large for a server', () => {
  const [wide, narrow] = [
    anImage({ id: 'wide', width: 2000 }),
    anImage({ id: 'narrow', width: 500 }),
  ];

  test.each<[KitErrorFacts, string[]]>([
    [{ problem: 'image-side', imageId: 'narrow', limit: 400 }, ['narrow']],
    [{ problem: 'image-side', limit: 400 }, ['wide', 'narrow']],
    [{ problem: 'image-side', limit: 500 }, ['wide']],
    [{ problem: 'image-side', limit: 2000 }, []],
    // Neither the image nor a limit is known.
    [{ problem: 'image-side' }, []],
    [{ problem: 'no-vision' }, []],
    [{ problem: 'url-not-reachable' }, []],
    [{}, []],
  ])('%j: %j', async (facts, ids) => {
    const { make, refits } = fakeRefits();
    const images = await recovered(facts, [wide, narrow], { refits });
    expect(make.mock.calls.map(([{ id }]) => id)).toEqual(ids);
    expect(images?.map(({ width }) => width)).toEqual(
      ids.length === 0
        ? undefined
        : [wide, narrow].map((image) => (ids.includes(image.id) ? facts.limit : image.width)),
    );
  });

  test.each([
    [399, []],
    // Base64 takes four bytes for three.
    [396, ['heavy']],
  ])('is meant by a limit of %i bytes: %j', async (limit, ids) => {
    const images = [heavyImage(299, { id: 'heavy' }), linked('https://a.example/b.png')];
    const { make, refits } = fakeRefits();
    await recovered({ problem: 'image-bytes', limit }, images, { refits });
    expect(make.mock.calls.map(([{ id }]) => id)).toEqual(ids);
  });

  test('that cannot be made smaller is not sent again', async () => {
    const { make, refits } = fakeRefits();
    make.mockImplementation((image) => Promise.resolve(image));
    expect(
      await recovered({ problem: 'image-side', limit: 400 }, [wide], { refits }),
    ).toBeUndefined();
    expect(make).toHaveBeenCalledTimes(1);
  });

  test('with fewer bytes is smaller, too', async () => {
    const { make, refits } = fakeRefits();
    const light: ImagePart['data'] = { kind: 'bytes', bytes: new Blob(['a']) };
    make.mockImplementation((image) => Promise.resolve({ ...image, data: light }));
    const images = await recovered({ problem: 'image-side', limit: 400 }, [wide], { refits });
    expect(images).toEqual([{ ...wide, data: light }]);
  });

  test('is not sent again after the last try, nor without a way to make it smaller', async () => {
    const { make, refits } = fakeRefits();
    const facts = { problem: 'image-side', limit: 400 };
    expect(await recovered(facts, [wide], { refits }, true)).toBeUndefined();
    expect(await recovered(facts, [wide])).toBeUndefined();
    expect(make).not.toHaveBeenCalled();
  });

  test('goes where images are uploaded to', async () => {
    const { refits } = fakeRefits();
    const placed = [ask('uploaded')];
    const place = vi.fn(() => Promise.resolve(placed));
    const uploads = { place, renew: () => Promise.resolve(undefined) };
    const steps = createRequestSteps({ connection, labels: false, refits, uploads });
    const error = refusal({ problem: 'image-side', limit: 400 });
    const { messages } = await steps.recover(error, [ask(wide)], { signal, isLastTry: false });
    expect(messages).toBe(placed);
    expect(place).toHaveBeenCalledTimes(1);
    // Nothing to place.
    const other = refusal({ problem: 'image-side' });
    expect(await steps.recover(other, [ask(wide)], { signal, isLastTry: false })).toEqual({
      error: other,
      messages: undefined,
    });
    expect(place).toHaveBeenCalledTimes(1);
  });
});

describe('an image that is too small for a server', () => {
  const tiny = anImage({ id: 'tiny', width: 8, height: 8 });
  const large = anImage({ id: 'large' });

  test('is enlarged to the size that the server names', async () => {
    const { make, refits } = fakeRefits();
    const facts = { problem: 'image-too-small', providerMessage: 'height must be larger than 10' };
    const images = await recovered(facts, [tiny, large], { refits });
    expect(images?.map(({ width }) => width)).toEqual([11, large.width]);
    expect(make.mock.calls).toEqual([[tiny, { minSidePx: 11 }, signal]]);
  });

  test('that has no original stays as it is', async () => {
    const { make, refits } = fakeRefits();
    const facts = { problem: 'image-too-small', providerMessage: 'height must be larger than 10' };
    const link = linked('https://a.example/b.png', { width: 8, height: 8 });
    expect(await recovered(facts, [link], { refits })).toBeUndefined();
    expect(make).not.toHaveBeenCalled();
  });
});

describe('a model that turned out to read text only', () => {
  const cat = anImage({ id: 'cat' });
  const failure = refusal({ problem: 'no-vision' });

  test('gets descriptions, which are made once', async () => {
    const describeImages = vi.fn((images: readonly ImagePart[]) =>
      Promise.resolve(images.map(({ id }) => `A ${id}.`)),
    );
    const { recover } = createRequestSteps({ connection, labels: false });
    const store = { signal, isLastTry: false, describeImages };
    const { messages } = await recover(failure, [ask(cat)], store);
    expect(describeImages).toHaveBeenCalledTimes(1);
    expect(messages && imagesOf(messages)).toEqual([]);
    // Without images there is nothing to describe.
    expect((await recover(failure, [ask('Hi')], store)).messages).toBeUndefined();
    expect(describeImages).toHaveBeenCalledTimes(1);
  });
});

test.each<[KitErrorFacts, ChatMessage]>([
  [{ problem: 'media-type', imageId: 'a' }, ask(anImage({ id: 'a', mediaType: 'image/avif' }))],
  [
    { problem: 'image-side', imageId: 'a', limit: 8000, value: 9000 },
    ask(anImage({ id: 'a', width: 9000, height: 10 })),
  ],
])('a request that would be refused is not sent, for the reasons %j', async (facts, message) => {
  const claude = { ...connection, model: 'claude-opus-5' };
  const { prepareMessages } = createRequestSteps({ connection: claude, labels: false });
  const outcome = Promise.resolve({ accepted: true as const });
  const failure = await Promise.resolve(prepareMessages([message], signal, outcome)).catch(
    (error: unknown) => error as KitError,
  );
  expect(failure).toMatchObject({ code: 'bad-request' });
  expect((failure as KitError).facts).toEqual(facts);
});
