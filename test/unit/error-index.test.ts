/** docs/errors.md says what the kit does: every message has the code of its entry, and every code has an entry. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import * as errors from '../../src/errors.js';
import { classifyFailure } from '../../src/wire/classify-failure.js';
import { failureRules } from '../../src/wire/failure-rules.js';
import { explainMessage } from '../../scripts/docs/client/explain-message.ts';
import { refusals, shortRefusals } from '../helpers/known-refusals.js';
import { readErrorIndex } from '../../scripts/docs/read-error-index.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/errors.md'), 'utf8');
const known = readErrorIndex(page);

/** The members of every exported union whose name ends in `Code`. */
function codesOfTypes(): ReadonlyMap<string, readonly string[]> {
  const src = join(root, 'src');
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return new Map(
    files.flatMap((file) => {
      const text = readFileSync(join(src, file), 'utf8');
      const unions = text.matchAll(
        /export type (\w+Code) =((?:\s*(?:\/\*\*[^]*?\*\/)?\s*\| [\w']+(?:-[\w']+)*)+);/g,
      );
      return [...unions].map(([, name = '', members = '']): [string, string[]] => [
        name,
        [...members.matchAll(/\| '([a-z-]+)'/g)].map(([, code = '']) => code),
      ]);
    }),
  );
}

const described = new Set([...page.matchAll(/`([a-z]+(?:-[a-z]+)*)`/g)].map(([, code]) => code));

describe('the error index', () => {
  test.each(known)('“$says” is $code', ({ says, code, status, wire }) => {
    const bodies = [
      says,
      JSON.stringify({ error: { message: says, type: 'invalid_request_error' } }),
      JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: says } }),
      JSON.stringify({ detail: says }),
    ];
    for (const body of bodies) expect(classifyFailure(status, body, wire).code).toBe(code);
  });

  test('finds each message that is pasted without its status or its format', () => {
    // These say nothing of their kind; only their status does.
    const needsStatus = new Set([
      'Incorrect API key',
      'The API key has no permission for this model',
    ]);
    const lost = known
      .filter(({ says }) => !needsStatus.has(says))
      .map(({ says, code }) => ({ says, code, found: explainMessage(says).code }))
      .filter(({ code, found }) => code !== found);
    expect(lost).toEqual([]);
  });

  test('has a message for every rule of the classifier', () => {
    const reached = new Set(
      known.map(({ says, wire }) =>
        failureRules.find(
          ({ says: pattern, isWithoutBytes = false }) =>
            pattern.test(says) && (!isWithoutBytes || wire === 'openai-assistants'),
        ),
      ),
    );
    const missing = failureRules.filter((rule) => !reached.has(rule));
    expect(missing.map(({ code, says }) => `${code}: ${says.source.slice(0, 60)}`)).toEqual([]);
  });

  test('has every message that the tests of the classifier quote', () => {
    const says = [...refusals.map((one) => one.says), ...shortRefusals.map(([text]) => text)];
    const there = new Set(known.map((one) => one.says));
    expect(says.filter((text) => !there.has(text))).toEqual([]);
  });

  test('has an entry for every code of the kit', () => {
    const unions = codesOfTypes();
    expect([...unions.keys()]).toEqual(
      expect.arrayContaining([
        'ProblemCode',
        'IntakeRejectionCode',
        'StorageProblemCode',
        'ProxyRefusalCode',
      ]),
    );
    const codes = [
      ...errors.imageErrorCodes,
      ...errors.requestErrorCodes,
      ...errors.conversationErrorCodes,
      ...errors.developerErrorCodes,
      ...[...unions.values()].flat(),
    ];
    expect(codes.filter((code) => !described.has(code))).toEqual([]);
  });
});
