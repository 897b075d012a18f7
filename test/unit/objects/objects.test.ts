import * as fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import * as z from 'zod';
import { objectOf } from '../../../src/chat/object-of.js';
import { checkJsonSchema } from '../../../src/objects/check-json-schema.js';
import { createObjectReader } from '../../../src/objects/create-object-reader.js';
import { readPartialJson } from '../../../src/objects/read-partial-json.js';
import { wireResponseSchema } from '../../../src/objects/wire-schema.js';

const Receipt = z.object({ shop: z.string(), total: z.number().min(0) });

describe('a beginning of JSON', () => {
  test.each([
    ['', undefined],
    ['{', {}],
    ['{"a', {}],
    ['{"a"', {}],
    ['{"a":', {}],
    ['{"a": 12', {}],
    ['{"a": 12,', { a: 12 }],
    ['{"a": "he', { a: 'he' }],
    ['{"a": "he\\', { a: 'he' }],
    ['{"a": "he\\u00e', { a: 'he' }],
    ['{"a": "he\\\\', { a: 'he\\' }],
    ['{"a": tr', {}],
    ['[{"a": 1}, {"b"', [{ a: 1 }, {}]],
    ['[1, 2', [1]],
    ['[[], {}, "x"] and more', [[], {}, 'x']],
    ['{"a": 1 "b": 2}', { a: 1 }],
    ['hello', undefined],
  ])('%s', (text, value) => {
    expect(readPartialJson(text)).toEqual(value);
  });

  test('is never an error, and at the end the whole value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.nat(), (value, cut) => {
        const text = JSON.stringify({ value });
        readPartialJson(text.slice(0, cut % (text.length + 1)));
        expect(readPartialJson(text)).toEqual(JSON.parse(text));
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => void readPartialJson(text)));
  });

  test('with the key __proto__ changes no object', () => {
    const value = readPartialJson('{"__proto__": {"isAdmin": true}}') as object;
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect('isAdmin' in value).toBe(false);
  });

  test('that is nested too deep is read as far as it goes', () => {
    expect(() => readPartialJson('['.repeat(100_000))).not.toThrow();
  });
});

describe('the object of an answer', () => {
  const text = '{"shop": "Kiosk", "total": 3.9}';

  test.each([
    ['alone', text],
    ['in a code block', `\`\`\`json\n${text}\n\`\`\``],
    ['after words', `Here it is: ${text}`],
    ['between words and a code block', `Here:\n\n\`\`\`\n${text}\n\`\`\`\nAnything else?`],
  ])('is read %s', async (_where, answer) => {
    const object = await createObjectReader(Receipt).finish(answer);
    expect(object).toEqual({
      value: { shop: 'Kiosk', total: 3.9 },
      isPartial: false,
      problems: [],
    });
  });

  test('grows while it streams, and is not validated before its end', () => {
    const reader = createObjectReader(Receipt);
    expect(reader.sample('```json\n{"sh')).toEqual({ value: {}, isPartial: true, problems: [] });
    expect(reader.sample('```json\n{"shop": "Ki')).toMatchObject({ value: { shop: 'Ki' } });
  });

  test('is read again only after an eighth more of it', () => {
    const reader = createObjectReader(Receipt);
    const long = `{"shop": "${'x'.repeat(800)}`;
    const first = reader.sample(long);
    expect(reader.sample(`${long}yy`)).toBe(first);
    expect(reader.sample(`${long}${'y'.repeat(200)}`)).not.toBe(first);
  });

  test('that does not match its schema names each place', async () => {
    const { value, problems } = await createObjectReader(Receipt).finish('{"total": "a lot"}');
    expect(value).toEqual({ total: 'a lot' });
    expect(problems.map(({ code, path }) => [code, path])).toEqual([
      ['schema', 'shop'],
      ['schema', 'total'],
    ]);
  });

  test.each(['', 'I cannot read it.', '{"shop": "Ki', '```json\n{"shop"'])(
    'is missing from “%s”',
    async (answer) => {
      const { problems } = await createObjectReader(Receipt).finish(answer);
      expect(problems).toMatchObject([{ code: 'not-json' }]);
    },
  );

  test('has the type and the changes of its schema', async () => {
    const Dated = z.object({ date: z.string().transform((date) => date.length) });
    const object = await createObjectReader(Dated).finish('{"date": "2026"}');
    expect(object.value).toEqual({ date: 4 });
    const answer = { status: 'complete', startedAtMs: 0, object } as const;
    expectTypeOf(objectOf<typeof Dated>({ answer })).toEqualTypeOf<{ date: number } | undefined>();
    expect(objectOf<typeof Dated>({ answer })?.date).toBe(4);
    expect(objectOf({ answer: { ...answer, object: { ...object, isPartial: true } } })).toBe(
      undefined,
    );
  });

  test('of a check that throws is a problem, not an exception', async () => {
    const Broken = z.object({ shop: z.string() }).refine(() => {
      throw new Error('broken on purpose');
    });
    const { problems } = await createObjectReader({
      schema: Broken,
      jsonSchema: { type: 'object' },
    }).finish('{"shop": "Kiosk"}');
    expect(problems).toMatchObject([{ code: 'schema', message: 'broken on purpose' }]);
  });

  test('may be a list: it travels in an object, and comes back as a list', async () => {
    const reader = createObjectReader(z.array(Receipt));
    expect(reader.wire.schema).toMatchObject({
      type: 'object',
      required: ['value'],
      properties: { value: { type: 'array' } },
    });
    expect(reader.sample('{"value": [{"shop": "Ki')).toMatchObject({ value: [{ shop: 'Ki' }] });
    expect((await reader.finish(`{"value": [${text}]}`)).value).toHaveLength(1);
    // A model that was not forced leaves out what has no meaning.
    expect((await reader.finish(`[${text}]`)).value).toHaveLength(1);
  });
});

describe('a schema', () => {
  test('is strict if it is closed and all of its fields are required', () => {
    expect(wireResponseSchema(Receipt)).toMatchObject({ name: 'answer', strict: true });
    expect(
      wireResponseSchema({ type: 'object', properties: { a: { type: 'string' } } }).strict,
    ).toBe(false);
    expect(wireResponseSchema({ schema: Receipt, name: 'receipt', strict: false })).toMatchObject({
      name: 'receipt',
      strict: false,
    });
    expect(wireResponseSchema(Receipt).schema).not.toHaveProperty('$schema');
  });

  test.each([
    ['text', 'a string', undefined],
    ['a bad name', { schema: Receipt, name: 'two words' }, /name/],
    [
      'of a library without JSON Schema',
      { '~standard': { version: 1, vendor: 'tiny', validate: (value: unknown) => ({ value }) } },
      /tiny/,
    ],
  ])('that is %s is refused with a reason', (_what, schema, why = /schema/i) => {
    expect(() => wireResponseSchema(schema as never)).toThrow(
      expect.objectContaining({ code: 'invalid-option', message: expect.stringMatching(why) }),
    );
  });

  test.each([
    [{ type: 'object', properties: { a: { type: 'integer' } } }, { a: 1.5 }, ['a']],
    [{ type: 'array', items: { enum: ['a', 'b'] }, maxItems: 1 }, ['a', 'c'], ['', '[1]']],
    [{ type: ['string', 'null'], minLength: 2 }, null, []],
    [{ type: 'string', pattern: '^\\d+$' }, 'x', ['']],
    [{ anyOf: [{ type: 'string' }, { type: 'number', minimum: 3 }] }, 2, ['']],
    [{ type: 'object', required: ['a'], additionalProperties: false }, { b: 1 }, ['a', 'b']],
    [
      { type: 'object', properties: { next: { $ref: '#' }, n: { type: 'number' } } },
      { next: { next: { n: 'x' } } },
      ['next.next.n'],
    ],
    [{ $ref: '#' }, 1, []],
  ])('in JSON Schema %j checks %j', (schema, value, paths) => {
    expect(checkJsonSchema(value, schema).map(({ path }) => path)).toEqual(paths);
  });
});
