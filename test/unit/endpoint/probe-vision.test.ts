import { describe, expect, test } from 'vitest';
import type { Connection } from '../../../src/chat/types.js';
import type { DemoBackendOptions } from '../../../src/demo/index.js';
import { probeVision } from '../../../src/endpoint/probe-vision.js';
import { openaiAssistants } from '../../../src/wire/openai-assistants/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';
import { allWireFormats } from '../../helpers/all-wire-formats.js';
import { quickBackend } from '../demo/helpers.js';

const direct = allWireFormats.filter((wire) => wire !== openaiAssistants);
const connect = (
  wire: Connection['wire'],
  model: string,
  options: DemoBackendOptions = {},
): Connection => ({
  wire,
  model,
  baseUrl: wire.name.startsWith('openai') ? 'https://demo.invalid/v1' : 'https://demo.invalid',
  fetch: quickBackend(options),
  maxRetries: 0,
});

const describeIt = async (): Promise<string> => 'Blue on the left, orange on the right';

describe.each(direct)('probeVision with $name', (wire) => {
  test('a model that names the colours can see', async () => {
    const connection = connect(wire, 'demo-vision', { describe: describeIt });
    expect(await probeVision(connection)).toBe(true);
  });

  test('a model that names none may be blind', async () => {
    expect(await probeVision(connect(wire, 'demo-vision'))).toBeUndefined();
  });
});

describe('probeVision', () => {
  test('a model that refuses the image for want of vision is blind', async () => {
    expect(await probeVision(connect(openaiChat, 'o3-mini'))).toBe(false);
  });

  test('a refused key says nothing about vision', async () => {
    const connection = { ...connect(openaiChat, 'demo-vision', { allowedKeys: ['sk-right'] }) };
    await expect(probeVision(connection)).rejects.toMatchObject({ code: 'key-refused' });
  });

  test('a format that takes no bytes cannot be asked', async () => {
    await expect(probeVision(connect(openaiAssistants, 'gpt-4o'))).rejects.toMatchObject({
      code: 'unsupported-by-wire',
    });
  });
});
