import { describe, expect, test } from 'vitest';
import { readImageInfoFromBytes } from '../../../src/formats/read-info-from-bytes.js';
import { refusalOf } from '../../helpers/refusal.js';

const read = (text: string) => readImageInfoFromBytes(new TextEncoder().encode(text));
const NAMESPACE = 'xmlns="http://www.w3.org/2000/svg"';

describe('an SVG', () => {
  test.each([
    { tag: `<svg ${NAMESPACE} width="100" height="80">`, width: 100, height: 80 },
    { tag: `<svg width='2in' height='2.54cm'>`, width: 192, height: 96 },
    { tag: `<svg viewBox="0 0 640 480">`, width: 640, height: 480 },
    { tag: `<svg viewBox="0,0,20,10" width="100%" height="100%">`, width: 20, height: 10 },
    { tag: `<svg width="100" viewBox="0 0 20 10">`, width: 100, height: 50 },
    { tag: `<svg height="100" viewBox="0 0 20 10">`, width: 200, height: 100 },
    { tag: `<svg>`, width: 300, height: 150 },
    { tag: `<svg stroke-width="7">`, width: 300, height: 150 },
    {
      tag: `<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="7" height="9">`,
      width: 7,
      height: 9,
    },
    { tag: `<svg width="-5" height="abc">`, width: 300, height: 150 },
  ])('$tag is $width × $height', ({ tag, width, height }) => {
    expect(read(`${tag}</svg>`)).toMatchObject({
      mediaType: 'image/svg+xml',
      width,
      height,
      hasAlpha: true,
    });
  });

  test.each([
    '\uFEFF<svg/>',
    '  \n<?xml version="1.0"?>\n<!-- drawn -->\n<svg>',
    '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "svg11.dtd"><svg>',
    '<!DOCTYPE svg [ <!ENTITY x "y"> ]>\n<svg>',
    `<!-- ${'long '.repeat(2000)} --><svg>`,
  ])('is known behind its prologue: %j', (text) => {
    expect(read(text).mediaType).toBe('image/svg+xml');
  });

  test('in 16-bit letters is known as well', () => {
    const bytes = new Uint8Array(
      new Uint16Array(
        Array.from('\uFEFF<svg width="5" height="6">', (letter) => letter.charCodeAt(0)),
      ).buffer,
    );
    expect(readImageInfoFromBytes(bytes)).toMatchObject({ width: 5, height: 6 });
  });

  test.each([
    '<html><svg>',
    'text <svg>',
    '<svgfoo>',
    '<!-- <svg> -->',
    '<!DOCTYPE html><html><body><svg></svg>',
  ])('%s is none', (text) => {
    expect(refusalOf(() => read(text)).code).toBe('not-an-image');
  });
});
