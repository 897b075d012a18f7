import { describe, expect, test } from 'vitest';
import { findRules } from '../../../src/models/find-rules.js';
import { sendSize } from '../../../src/models/send-size.js';
import { planPieces } from '../../../src/queue/plan-pieces.js';
import type { Size } from '../../../src/formats/types.js';

const fitFor = (model: string) => (size: Size) => sendSize(size, findRules(model), 'high');

describe('an image is cut into pieces', () => {
  test.each([
    { model: 'gpt-4o', width: 1170, height: 12_000 },
    { model: 'claude-sonnet-4-5', width: 1170, height: 12_000 },
    { model: 'gemini-2.5-pro', width: 1170, height: 12_000 },
    { model: 'gpt-4o', width: 12_000, height: 900 },
    { model: 'gpt-4o', width: 5120, height: 2880 },
  ])(
    'for $model, $width × $height px: fewer than 13, all of it, each over the next, and larger',
    (one) => {
      const { model, ...size } = one;
      const fit = fitFor(model);
      const plan = planPieces(size, fit);
      const pieces = plan?.pieces ?? [];
      expect(pieces.length).toBeGreaterThan(1);
      expect(pieces.length).toBeLessThan(13);
      const whole = fit(size).width / size.width;
      for (const piece of pieces) {
        expect(fit(piece).width / piece.width).toBeGreaterThan(whole * 1.3);
        expect(piece.x + piece.width).toBeLessThanOrEqual(size.width);
        expect(piece.y + piece.height).toBeLessThanOrEqual(size.height);
      }
      const overlaps = pieces.slice(1).map((piece, at) => {
        const before = pieces[at] ?? piece;
        return before.row === piece.row
          ? before.x + before.width - piece.x
          : before.y + before.height - piece.y;
      });
      expect(Math.min(...overlaps)).toBeGreaterThan(20);
      expect([pieces[0]?.x, pieces[0]?.y]).toEqual([0, 0]);
      const last = pieces.at(-1);
      expect((last?.x ?? 0) + (last?.width ?? 0)).toBe(size.width);
      expect((last?.y ?? 0) + (last?.height ?? 0)).toBe(size.height);
    },
  );

  test('as few as do: a tall screenshot for gpt-4o becomes four', () => {
    const plan = planPieces({ width: 1170, height: 12_000 }, fitFor('gpt-4o'));
    expect([plan?.columns, plan?.rows]).toEqual([1, 4]);
  });

  test('not where that gains nothing', () => {
    expect(planPieces({ width: 600, height: 400 }, fitFor('gpt-4o'))).toBeUndefined();
  });
});
