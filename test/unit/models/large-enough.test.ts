import { describe, expect, test } from 'vitest';
import { findRules } from '../../../src/models/find-rules.js';
import { registerModel } from '../../../src/models/register-model.js';
import { sendSize } from '../../../src/models/send-size.js';

const qwen = findRules('qwen3-vl-plus');
const onOllama = findRules('qwen3-vl:8b', { baseUrl: 'http://localhost:11434' });
const claude = findRules('claude-sonnet-4-5');

describe('an image that its model would refuse as too small or too thin', () => {
  test.each([
    { what: 'is enlarged', from: [8, 8], rules: qwen, sent: [11, 11] },
    { what: 'is enlarged in its shape', from: [8, 80], rules: qwen, sent: [11, 110] },
    { what: 'is left alone at the least', from: [11, 400], rules: qwen, sent: [11, 400] },
    {
      what: 'gets a margin where it is a strip',
      from: [8, 1000],
      rules: qwen,
      sent: [11, 1000],
      content: [8, 1000],
    },
    {
      what: 'gets one that keeps the ratio of its sides',
      from: [4000, 4],
      rules: qwen,
      sent: [4000, 21],
      content: [4000, 4],
    },
    { what: 'is enlarged for a server too', from: [20, 30], rules: onOllama, sent: [32, 48] },
    {
      what: 'gets a margin for a server too',
      from: [16, 3000],
      rules: onOllama,
      sent: [32, 3000],
      content: [16, 3000],
    },
  ])('$what: $from', ({ from: [width = 0, height = 0], rules, sent, content }) => {
    const made = sendSize({ width, height }, rules, 'auto');
    expect([made.width, made.height]).toEqual(sent);
    expect(made.content && [made.content.width, made.content.height]).toEqual(content);
    expect(made.reason).toBe(width === sent[0] && height === sent[1] ? 'already-fits' : 'min-side');
    expect(sendSize(made, rules, 'auto')).toMatchObject({ width: sent[0], height: sent[1] });
  });
});

describe('an image that is made to fit by its longer side', () => {
  test.each([
    { from: [16, 3000], sent: [16, 1568], content: [8, 1568] },
    { from: [4000, 4], sent: [1568, 4], content: [1568, 2] },
    { from: [40, 6000], sent: [28, 1568], content: [10, 1568] },
  ])('is never thinner than it came, or than a patch: $from', ({ from, sent, content }) => {
    const [width = 0, height = 0] = from;
    const made = sendSize({ width, height }, findRules('nobody-knows-it'), 'auto');
    expect([made.width, made.height]).toEqual(sent);
    expect(made.content && [made.content.width, made.content.height]).toEqual(content);
  });

  test('costs no more for its margin', () => {
    const strip = sendSize({ width: 16, height: 3000 }, claude, 'auto');
    expect(strip.tokens).toBe(strip.height / 28);
  });

  test('stays within a side that the app names', () => {
    const made = sendSize({ width: 100, height: 100 }, claude, 'auto', { maxSidePx: 10 });
    expect(made).toMatchObject({ width: 10, height: 10 });
    expect(made).not.toHaveProperty('content');
  });
});

test('a smallest side that only a server told is kept to', () => {
  const made = sendSize({ width: 30, height: 3000 }, claude, 'auto', { minSidePx: 40 });
  expect(made).toMatchObject({ width: 40, content: { width: 16, height: 1568 } });
});

test('an app may register both limits for its own model', () => {
  const unregister = registerModel('own-model', (base) => ({
    ...base,
    limits: { ...base.limits, minSidePx: 64, maxAspectRatio: 10 },
  }));
  const rules = findRules('own-model');
  unregister();
  expect(sendSize({ width: 20, height: 20 }, rules, 'auto')).toMatchObject({ width: 64 });
  expect(sendSize({ width: 1000, height: 70 }, rules, 'auto')).toMatchObject({
    height: 101,
    content: { width: 1000, height: 70 },
  });
});
