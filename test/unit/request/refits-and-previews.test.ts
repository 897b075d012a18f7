/** Images that are rendered again, and what a composer shows of the request they are in. */
import { describe, expect, test, vi } from 'vitest';
import type { ImagePart, Problem } from '../../../src/messages/types.js';
import { planRequest } from '../../../src/request/plan-request.js';
import { previewRequest } from '../../../src/request/preview-request.js';
import { problemOfError } from '../../../src/request/problem-of-error.js';
import { canRefit, createRefits } from '../../../src/request/refit-images.js';
import { KitError } from '../../../src/errors.js';
import type { ImageMessageOptions } from '../../../src/request/types.js';
import { answer, ask, anImage, linked } from '../messages/sample-messages.js';
import { createFakePipeline, fileNamed } from '../queue/fake-pipeline.js';

function setUp() {
  const pipeline = createFakePipeline();
  return { pipeline, refits: createRefits(pipeline, { model: 'gpt-4o' }) };
}

describe('an image that is rendered again', () => {
  test('comes from its original, else from its bytes, else not at all', async () => {
    const { pipeline, refits } = setUp();
    const bytes = anImage({ data: { kind: 'bytes', bytes: fileNamed('bytes') } });
    const original = { ...bytes, original: fileNamed('original') };
    const link = linked('https://a.example/b.png');
    expect([bytes, original, link].map(canRefit)).toEqual([true, true, false]);
    expect(await refits.make(link, { maxSidePx: 10 })).toBe(link);
    void refits.make(bytes, { maxSidePx: 10 });
    void refits.make(original, { maxSidePx: 10 });
    expect(pipeline.jobs.map(({ name }) => name)).toEqual(['bytes', 'original']);
  });

  test('keeps its id and its words, and has its new size, type and bytes', async () => {
    const { pipeline, refits } = setUp();
    const image = anImage({ mediaType: 'image/png', alt: 'A cat', width: 4000, height: 3000 });
    const limits = { maxSidePx: 1024 };
    expect(refits.made(image, limits)).toBeUndefined();
    const { signal } = new AbortController();
    const making = refits.make(image, limits, signal);
    expect(refits.made(image, limits)).toBeUndefined();
    expect(pipeline.jobs[0]?.options).toEqual({
      model: 'gpt-4o',
      detail: 'high',
      maxSidePx: 1024,
      signal,
    });
    pipeline.jobs[0]?.done();
    const made = await making;
    expect(made).toMatchObject({
      id: image.id,
      alt: 'A cat',
      width: 1024,
      height: 768,
      mediaType: 'image/jpeg',
      detail: 'high',
    });
    expect(refits.made(image, limits)).toEqual(made);
    // Its words may have changed since.
    expect(refits.made({ ...image, alt: 'A dog' }, limits)?.alt).toBe('A dog');
    expect(refits.made(image, { maxSidePx: 1000 })).toBeUndefined();
    expect(refits.made({ ...image, detail: 'low' }, limits)).toBeUndefined();
  });

  test('is made once for everyone who waits for it, and again after a failure', async () => {
    const { pipeline, refits } = setUp();
    const image = anImage();
    const both = [refits.make(image, {}), refits.make(image, {})];
    expect(pipeline.jobs).toHaveLength(1);
    const failure = new Error('No memory.');
    pipeline.jobs[0]?.fail(failure);
    expect(await Promise.allSettled(both)).toMatchObject([
      { reason: failure },
      { reason: failure },
    ]);
    void refits.make(image, {});
    expect(pipeline.jobs).toHaveLength(2);
  });

  test('of an earlier turn is made ahead, once, and only to be small', async () => {
    const { pipeline, refits } = setUp();
    const [small, large, begun] = [anImage(), anImage(), anImage()];
    const low = { detail: 'low' } as const;
    void refits.make(begun, low);
    const onMade = vi.fn();
    const pending = [
      { image: small, limits: low },
      { image: large, limits: { maxSidePx: 10 } },
      { image: begun, limits: low },
    ];
    refits.makeAhead(pending, onMade);
    refits.makeAhead(pending, onMade);
    expect(pipeline.jobs).toHaveLength(2);
    pipeline.jobs[1]?.done();
    await vi.waitFor(() => expect(onMade).toHaveBeenCalledTimes(1));
    expect(refits.made(small, low)).toBeDefined();
  });

  test('whose making ahead fails is left to Send', async () => {
    const { pipeline, refits } = setUp();
    const image = anImage();
    const onMade = vi.fn();
    refits.makeAhead([{ image, limits: { detail: 'low' } }], onMade);
    pipeline.jobs[0]?.fail(new Error('No memory.'));
    const again = refits.make(image, { detail: 'low' });
    await Promise.resolve(again).catch(() => undefined);
    expect(onMade).not.toHaveBeenCalled();
  });
});

const older = (image: ImagePart) => {
  const { refits } = setUp();
  const { messages } = planRequest([ask(image, 'What?'), answer('A cat.'), ask('Why?')], {
    target: { model: 'claude-sonnet-4-5' },
    labels: false,
    imageHistory: { keepTurns: 1, older: 'low' },
    refits,
  });
  return messages[0]?.parts.find(({ type }) => type === 'image');
};

describe('an image of an earlier turn at low detail', () => {
  test('is expected in its size', () => {
    expect(older(anImage({ width: 3000, height: 1500 }))).toMatchObject({
      detail: 'low',
      width: 512,
      height: 256,
    });
  });

  test.each([{ width: 3000 }, { height: 1500 }, {}])('is not, with only %j known', (size) => {
    const { width: _width, height: _height, ...unknown } = anImage();
    const image = { ...unknown, ...size };
    expect(older(image)).toEqual({ ...image, detail: 'low' });
  });
});

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

const preview = (options: Partial<ImageMessageOptions>) =>
  previewRequest({ model: 'gpt-4o', text: 'Hi', images: [], ...options });

describe('a preview', () => {
  const price = { inputPerMillion: 2, outputPerMillion: 8 };

  test('costs what its tokens cost, if the app knows the price', () => {
    const { totals, cost } = preview({ images: [anImage()], price });
    expect(cost?.amount).toBeCloseTo(((totals?.tokens.value ?? 0) * 2) / 1e6);
    expect(preview({})).not.toHaveProperty('cost');
  });

  test('counts the images of the question, and those of the whole request', () => {
    const images = [anImage({ width: 512, height: 512 })];
    const history = [ask(anImage({ width: 512, height: 512 }), 'What?'), answer('A cat.')];
    expect(preview({ images, history })).toMatchObject({
      imageTokens: 255,
      requestImageTokens: 510,
    });
  });

  test('says nothing of a draft that is empty, but of an earlier question that is', () => {
    expect(codes(preview({ text: '' }).problems)).toEqual([]);
    const history = [ask(' '), answer('Hi.')];
    expect(codes(preview({ history }).problems)).toEqual(['empty-message']);
  });

  test.each([
    [1, 'The image will be described by another model, and its description sent in its place.'],
    [2, '2 images will be described by another model, and their descriptions sent in their place.'],
  ])('of %i image for a model that reads text only: %s', (count, words) => {
    const images = Array.from({ length: count }, () => anImage());
    const descriptions = { of: () => undefined, make: () => Promise.resolve() };
    const shown = preview({ model: 'o3-mini', images, descriptions, price });
    expect(shown.problems[0]).toMatchObject({
      code: 'no-vision',
      severity: 'warning',
      isFixedOnSend: true,
    });
    expect(shown.problems[0]?.message).toContain(words);
    expect(shown.undescribedIds).toEqual(new Set(images.map(({ id }) => id)));
    // The descriptions are not written yet.
    expect(shown).not.toHaveProperty('cost');
    expect(preview({ images })).not.toHaveProperty('undescribedIds');
  });

  test.each([
    [true, 'warning'],
    [false, 'error'],
  ])('of an image that Send converts, if it does (%s), is a %s', (fixesOnSend, severity) => {
    const images = [anImage({ mediaType: 'image/avif' })];
    const [problem, ...others] = preview({ images, fixesOnSend }).problems;
    expect(problem).toMatchObject({ code: 'media-type', severity });
    expect(problem?.isFixedOnSend ?? false).toBe(fixesOnSend);
    expect(others).toEqual([]);
  });
});

const problemOf = (facts: KitError['facts']) =>
  problemOfError(new KitError('bad-request', { message: 'No.', facts }));

describe('a refusal as a problem', () => {
  test('has what its fix needs', () => {
    expect(problemOf({ problem: 'image-side', imageId: 'a', limit: 4, value: 5 })).toEqual({
      code: 'image-side',
      severity: 'error',
      message: 'No.',
      fix: 'shrink',
      imageId: 'a',
      limit: 4,
      value: 5,
    });
    expect(problemOf({ problem: 'no-vision' })).toEqual({
      code: 'no-vision',
      severity: 'error',
      message: 'No.',
      fix: 'switch-model',
    });
  });

  test('is none if it is not about the message', () => {
    expect(problemOf({})).toBeUndefined();
    expect(problemOf({ problem: 'rate-limited' })).toBeUndefined();
    expect(problemOfError(undefined)).toBeUndefined();
  });
});
