import { describe, expect, test } from 'vitest';
import { readRegions } from '../../../src/regions/read-regions.js';
import type { RegionShape } from '../../../src/regions/types.js';

const image = { id: 'photo', width: 1000, height: 500 };

/** Shapes in whole px of the image as it was sent. */
function shapesOf(text: string, model?: string, images = [image]) {
  return readRegions(text, { model, images }).regions.map(({ label, sentPx, imageIndex }) => ({
    label,
    imageIndex,
    shape: sentPx && whole(sentPx),
  }));
}

function whole(shape: RegionShape): RegionShape {
  return JSON.parse(
    JSON.stringify(shape, (_, value: unknown) =>
      typeof value === 'number' ? Math.round(value) : value,
    ),
  ) as RegionShape;
}

const dog = { kind: 'box', x: 200, y: 50, width: 300, height: 200 };
const nose = { kind: 'point', x: 600, y: 200 };

/** The same dog and nose, as each model writes them. */
const forms: { name: string; model?: string; text: string; shape?: object; label?: string }[] = [
  {
    name: 'Gemini, a box in a code block',
    model: 'gemini-3-pro-preview',
    text: 'Here it is:\n```json\n[\n  {"box_2d": [100, 200, 500, 500], "label": "dog"}\n]\n```\nAnything else?',
  },
  {
    name: 'Gemini, a point',
    model: 'gemini-2.5-flash',
    text: '[{"point": [400, 600], "label": "nose"}]',
    shape: nose,
    label: 'nose',
  },
  {
    name: 'Gemini, a box with a mask',
    model: 'gemini-2.5-flash',
    text: `[{"box_2d": [100, 200, 500, 500], "mask": "data:image/png;base64,${'iVBORw0KGgo'.repeat(300)}", "label": "dog"}]`,
  },
  {
    name: 'Gemini, a polygon',
    model: 'gemini-3-pro-preview',
    text: '{"label": "dog", "polygon": [[100, 200], [100, 500], [500, 500]]}',
    shape: {
      kind: 'polygon',
      points: [
        { x: 200, y: 50 },
        { x: 500, y: 50 },
        { x: 500, y: 250 },
      ],
    },
  },
  {
    name: 'Gemma 4',
    model: 'gemma-4-31b-it',
    text: '{"box_2d": [100, 200, 500, 500], "label": "dog"}',
  },
  {
    name: 'Qwen2-VL, its tokens',
    model: 'qwen2-vl-7b-instruct',
    text: '<|object_ref_start|>dog<|object_ref_end|><|box_start|>(200,100),(500,500)<|box_end|>',
  },
  {
    name: 'Qwen3-VL, a box',
    model: 'qwen3-vl-235b-a22b-instruct',
    text: '```json\n[{"bbox_2d": [200, 100, 500, 500], "label": "dog"}]\n```',
  },
  {
    name: 'Qwen3-VL, a point',
    model: 'qwen3-vl-8b',
    text: '{"point_2d": [600, 400], "label": "nose"}',
    shape: nose,
    label: 'nose',
  },
  {
    name: 'GLM, its tokens',
    model: 'glm-4.6v',
    text: 'The dog is at <|begin_of_box|>[[200,100,500,500]]<|end_of_box|>.',
    label: '',
  },
  {
    name: 'InternVL, its tags',
    model: 'internvl3-8b',
    text: '<ref>dog</ref><box>[[200, 100, 500, 500]]</box>',
  },
  {
    name: 'DeepSeek-VL2, its tokens',
    model: 'deepseek-vl2',
    text: '<|ref|>dog<|/ref|><|det|>[[200, 100, 500, 500]]<|/det|>',
  },
  {
    name: 'Molmo, a point in percent',
    model: 'molmo-7b-d',
    text: 'The <point x="60.0" y="40" alt="nose">nose</point> is wet.',
    shape: nose,
    label: 'nose',
  },
  {
    name: 'Molmo 2, in thousandths',
    model: 'molmo2-8b',
    text: '<points coords="1 1 600 400">nose</points>',
    shape: nose,
    label: 'nose',
  },
  {
    name: 'PaliGemma',
    model: 'paligemma-3b-mix-448',
    text: '<loc0102><loc0205><loc0512><loc0512> dog',
    shape: { kind: 'box', x: 200, y: 50, width: 300, height: 200 },
  },
  {
    name: 'Florence-2',
    model: 'florence-2-large',
    text: 'dog<loc_200><loc_100><loc_500><loc_500>',
  },
  {
    name: 'Claude, pixels',
    model: 'claude-sonnet-5-5',
    text: '{"bounding_box": [200, 50, 500, 250], "label": "dog"}',
  },
  {
    name: 'Claude, a step on a screen',
    model: 'claude-opus-5',
    text: '{"action": "left_click", "coordinate": [600, 200]}',
    shape: nose,
    label: 'left_click',
  },
  {
    name: 'OpenAI, named corners',
    model: 'gpt-5.6',
    text: 'Sure! {"objects": [{"name": "dog", "x1": 200, "y1": 50, "x2": 500, "y2": 250}]}',
  },
  {
    name: 'OpenAI, a step on a screen',
    model: 'gpt-5.6',
    text: '{"type": "click", "button": "left", "x": 600, "y": 200}',
    shape: nose,
    label: 'click',
  },
  {
    name: 'OpenAI, width and height',
    model: 'gpt-5.6',
    text: '{"dog": {"x": 200, "y": 50, "width": 300, "height": 200}}',
  },
  {
    name: 'any model that was asked for fractions',
    model: 'gpt-5.6',
    text: '[{"label": "dog", "bbox": [0.2, 0.1, 0.5, 0.5]}]',
  },
  { name: 'an unknown model, by box_2d', text: '{"box_2d": [100, 200, 500, 500], "label": "dog"}' },
  {
    name: 'an unknown model, by bbox_2d',
    text: '{"bbox_2d": [200, 100, 500, 500], "label": "dog"}',
  },
  { name: 'an unknown model, by bbox', text: '{"bbox": [200, 50, 500, 250], "label": "dog"}' },
  {
    name: 'an unknown model, by its point tag',
    text: '<point x="60" y="40" alt="nose">nose</point>',
    shape: nose,
    label: 'nose',
  },
  {
    name: 'a tool that returns JSON as text',
    model: 'gemini-3-pro-preview',
    text: JSON.stringify({
      content: [
        { type: 'text', text: JSON.stringify([{ box_2d: [100, 200, 500, 500], label: 'dog' }]) },
      ],
    }),
  },
  {
    name: 'single quotes and a trailing comma',
    model: 'qwen3-vl-8b',
    text: "[{'bbox_2d': [200, 100, 500, 500], 'label': 'dog',},]",
  },
];

describe('readRegions', () => {
  test.each(forms)('reads $name', ({ model, text, shape = dog, label = 'dog' }) => {
    expect(shapesOf(text, model)).toEqual([{ label, imageIndex: 0, shape }]);
  });

  test('counts pixels in the image that Qwen2.5-VL sees, whose sides are multiples of 28', () => {
    // 1000 x 500 becomes 1008 x 504.
    const text = '{"bbox_2d": [202, 50, 504, 252], "label": "dog"}';
    expect(shapesOf(text, 'qwen2.5-vl-72b-instruct')).toEqual([
      { label: 'dog', imageIndex: 0, shape: dog },
    ]);
  });

  test('counts pixels in the image that the provider has reduced', () => {
    const large = { width: 4000, height: 2000 };
    const [region] = readRegions('{"label": "all", "bbox": [0, 0, 1568, 784]}', {
      model: 'claude-haiku-4-5',
      images: [large],
    }).regions;
    expect(region?.shape).toMatchObject({ x: 0, y: 0 });
    expect(region?.sentPx).toMatchObject({
      kind: 'box',
      width: expect.closeTo(4000, -2) as number,
    });
  });

  test('takes the form that the app says it asked for', () => {
    const { regions } = readRegions('{"label": "dog", "bbox": [200, 100, 500, 500]}', {
      model: 'gpt-5.6',
      images: [image],
      form: { order: 'xy', scale: 1000 },
    });
    expect(regions.map(({ sentPx }) => sentPx && whole(sentPx))).toEqual([dog]);
  });

  test('reads several points of one tag', () => {
    const text = '<points x1="10" y1="20" x2="30.5" y2="40" alt="legs">legs</points>';
    expect(shapesOf(text, 'molmo-7b-d').map(({ shape }) => shape)).toEqual([
      { kind: 'point', x: 100, y: 100 },
      { kind: 'point', x: 305, y: 200 },
    ]);
  });

  test('reads the corners of a quadrilateral as a polygon, and two boxes as boxes', () => {
    const quad = 'EXIT<loc_100><loc_100><loc_300><loc_110><loc_300><loc_200><loc_100><loc_190>';
    const boxes = 'cat<loc_100><loc_100><loc_200><loc_200><loc_300><loc_300><loc_400><loc_400>';
    expect(shapesOf(quad).map(({ shape }) => shape?.kind)).toEqual(['polygon']);
    expect(shapesOf(boxes).map(({ shape }) => shape?.kind)).toEqual(['box', 'box']);
  });

  test('finds the image by number, index, name and what was said before', () => {
    const images = [image, { ...image, id: 'b', name: 'kitchen.jpg' }];
    const box = '"bbox": [1, 2, 3, 4]';
    const indexesOf = (text: string): number[] =>
      readRegions(text, { images }).regions.map(({ imageIndex }) => imageIndex);
    expect(indexesOf(`[{"image": 1, ${box}}, {"image": 2, ${box}}]`)).toEqual([0, 1]);
    expect(indexesOf(`[{"image_index": 0, ${box}}, {"image_index": 1, ${box}}]`)).toEqual([0, 1]);
    expect(indexesOf(`[{"image_index": 1, ${box}}, {"image_index": 2, ${box}}]`)).toEqual([0, 1]);
    expect(indexesOf(`{"image": "Image 2", "objects": [{${box}}]}`)).toEqual([1]);
    expect(indexesOf(`{"image": "kitchen.jpg", ${box}}`)).toEqual([1]);
    expect(indexesOf(`Image 2 shows a cup: {${box}}. In image 1: {${box}}`)).toEqual([1, 0]);
    const molmo = '<points coords="1 1 100 100 2 200 200\t2 3 300 300">x</points>';
    expect(indexesOf(molmo)).toEqual([0, 0, 1]);
  });

  test('returns what is complete while the answer streams', () => {
    const text =
      'Here:\n```json\n[{"box_2d": [1, 2, 3, 4], "label": "a"}, {"box_2d": [5, 6, 7, 8], "label": "b"}]\n```';
    const counts = Array.from({ length: text.length + 1 }, (_, length) => {
      const { regions } = readRegions(text.slice(0, length), { images: [image] });
      return regions.length;
    });
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(counts.at(-1)).toBe(2);
    const half = readRegions(text.slice(0, text.indexOf('{"box_2d": [5') + 15), {
      images: [image],
    });
    expect(half.regions.map(({ label }) => label)).toEqual(['a']);
    expect(half.isUnfinished).toBe(true);
    expect(readRegions(text, { images: [image] }).isUnfinished).toBe(false);
  });

  test('clips what lies outside of the image, and says so', () => {
    const { regions } = readRegions(
      '[{"label": "out", "bbox": [900, 400, 1200, 700]}, {"label": "far", "point": [-50, 20]}, {"label": "in", "bbox": [0, 0, 1000, 500]}]',
      { model: 'gpt-5.6', images: [image] },
    );
    expect(regions.map(({ label, isOutside, sentPx }) => [label, isOutside, sentPx])).toEqual([
      ['out', true, { kind: 'box', x: 900, y: 400, width: 100, height: 100 }],
      ['far', true, { kind: 'point', x: 0, y: 20 }],
      ['in', false, { kind: 'box', x: 0, y: 0, width: 1000, height: 500 }],
    ]);
  });

  test('says in words which image is gone, and which has no known size', () => {
    const text =
      '[{"image": 3, "label": "cat", "bbox": [1, 2, 3, 4]}, {"image": 2, "label": "cup", "bbox": [1, 2, 30, 40]}, {"image": 1, "label": "dog", "bbox": [200, 50, 500, 250]}]';
    const { regions, problems } = readRegions(text, {
      model: 'gpt-5.6',
      images: [image, { id: 'link' }, undefined],
    });
    expect(regions.map(({ label }) => label)).toEqual(['dog']);
    expect(problems).toMatchObject([
      {
        code: 'image-gone',
        imageNumber: 3,
        label: 'cat',
        message: 'The answer marks “cat” in image 3, which is not in the chat.',
      },
      { code: 'size-unknown', imageNumber: 2, label: 'cup' },
    ]);
  });

  test('needs no size where positions are parts of the image', () => {
    const [region] = readRegions('{"box_2d": [100, 200, 500, 500]}', { images: [{}] }).regions;
    expect(region).toMatchObject({ shape: { kind: 'box', x: 0.2, y: 0.1 } });
    expect(region?.sentPx).toBeUndefined();
  });

  test.each([
    'See [the docs](https://example.com) and [1].',
    '```json\n{"labels": ["Jan", "Feb"], "data": [{"x": 1, "y": 2}, {"x": 2, "y": 4}]}\n```',
    '{"type": "Feature", "geometry": {"type": "Point", "coordinates": [13.4, 52.5]}, "label": "Berlin"}',
    'if (a < b && c[0] > 1) { return [1, 2, 3, 4]; }',
    '<|begin_of_box|>42<|end_of_box|>',
    '{"size": {"x": 3, "y": 4}, "label": "box"}',
  ])('finds nothing in %s', (text) => {
    expect(readRegions(text, { images: [image] })).toMatchObject({ regions: [], problems: [] });
  });

  test('reads hostile text in time that grows with its length only', () => {
    const texts = [
      '['.repeat(200_000),
      '{"a":'.repeat(50_000),
      '<loc'.repeat(50_000),
      '[{"bbox":[1,2,3,4]},'.repeat(5000),
      `${'a'.repeat(200_000)}<`,
      `["${'x'.repeat(200_000)}`,
    ];
    for (const text of texts) {
      expect(readRegions(text, { images: [image] }).regions.length).toBeLessThanOrEqual(1000);
    }
  });

  test('never writes what an answer says into a prototype', () => {
    readRegions('{"__proto__": {"polluted": true}, "constructor": {"x": 1}}', { images: [image] });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});
