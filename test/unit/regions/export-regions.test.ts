import { expect, test } from 'vitest';
import { regionsToJson, regionsToSvg } from '../../../src/regions/export-regions.js';
import { createRegionDetector } from '../../../src/regions/may-have-regions.js';
import { readRegions } from '../../../src/regions/read-regions.js';

const size = { width: 1000, height: 500 };
const madeFrom = { width: 4000, height: 2000 };
const { regions } = readRegions(
  '[{"box_2d": [100, 200, 500, 500], "label": "<dog> & co"}, {"point": [400, 600], "label": ""}, {"polygon": [[0, 0], [0, 100], [100, 100]]}]',
  { model: 'gemini-3-pro-preview', images: [{ ...size, madeFrom }] },
);

test('an SVG is drawn in pixels of the original, or of what was sent', () => {
  const svg = regionsToSvg(regions, madeFrom);
  expect(svg).toContain('viewBox="0 0 4000 2000"');
  expect(svg).toContain('<title>&#60;dog&#62; &#38; co</title>');
  expect(svg).toContain('<rect x="800" y="200" width="1200" height="800"/>');
  expect(svg).toContain('<polygon points="0,0 400,0 400,200"/>');
  expect(regionsToSvg(regions, size, { space: 'sent' })).toContain(
    '<circle cx="600" cy="200" r="12"/>',
  );
});

test('a label cannot add elements to the SVG', () => {
  const [region] = regions;
  if (!region) throw new Error('no region');
  const svg = regionsToSvg([{ ...region, label: '</title><script>alert(1)</script>' }], size);
  expect(svg).not.toContain('<script');
});

test('JSON holds number, label and position, in fractions if no size is known', () => {
  expect(JSON.parse(regionsToJson(regions))).toMatchObject([
    { image: 1, label: '<dog> & co', kind: 'box', unit: 'px', x: 800, y: 200 },
    { kind: 'point', x: 2400, y: 800 },
    {
      kind: 'polygon',
      points: [
        { x: 0, y: 0 },
        { x: 400, y: 0 },
        { x: 400, y: 200 },
      ],
    },
  ]);
  const unsized = readRegions('{"box_2d": [100, 200, 500, 500]}', { images: [{}] }).regions;
  expect(JSON.parse(regionsToJson(unsized))).toMatchObject([{ unit: 'fraction', x: 0.2, y: 0.1 }]);
});

test('a stream is known to hold places once one has begun, wherever it is cut', () => {
  const texts = [
    'Look:\n```json\n[{"box_2d" : [1, 2, 3, 4]}]',
    'The <point x="1" y="2" alt="a">a</point>',
    '<loc0001><loc0002><loc0003><loc0004> cat',
    "{'x1': 1}",
    '<|box_start|>(1,2),(3,4)<|box_end|>',
  ];
  for (const text of texts) {
    const mayHave = createRegionDetector();
    const answers = Array.from(text, (_, at) => mayHave(text.slice(0, at + 1)));
    expect(answers.at(0)).toBe(false);
    expect(answers.at(-1)).toBe(true);
    expect(mayHave('A new text')).toBe(false);
  }
});
