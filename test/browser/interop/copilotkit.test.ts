import type { AttachmentsConfig } from '@copilotkit/shared';
import { describe, expect, expectTypeOf, test } from 'vitest';
import { assembleMessages } from '../../../src/messages/assemble.js';
import { createOnUpload, fromInputContent } from '../../../src/interop/copilotkit.js';
import { loadFixture } from '../../helpers/load-fixture.js';

describe('in CopilotKit', () => {
  test('onUpload has the type that `attachments` asks for', () => {
    const attachments = { enabled: true, onUpload: createOnUpload() } satisfies AttachmentsConfig;
    expectTypeOf(attachments).toExtend<AttachmentsConfig>();
  });

  test('an image is made to fit, and its detail travels in the metadata of its part', async () => {
    const onUpload = createOnUpload({ model: 'gpt-4o', detail: 'low' });
    const { type, value, mimeType, metadata } = await onUpload(await loadFixture('photo.jpg'));
    expect({ type, mimeType, detail: metadata.detail }).toEqual({
      type: 'data',
      mimeType: 'image/jpeg',
      detail: 'low',
    });
    const bytes = await (await fetch(`data:${mimeType};base64,${value}`)).blob();
    const bitmap = await createImageBitmap(bytes);
    expect([bitmap.width, bitmap.height]).toEqual([metadata.width, metadata.height]);
    expect(Math.max(bitmap.width, bitmap.height)).toBeLessThan(1600);
  });

  test('on the way back the parts of a message are images with their detail', async () => {
    const upload = await createOnUpload({ model: 'gpt-4o', detail: 'high' })(
      await loadFixture('quad.png'),
    );
    const parts = fromInputContent([
      { type: 'text', text: 'What is it?' },
      {
        type: 'image',
        source: { type: 'data', value: upload.value, mimeType: upload.mimeType },
        metadata: { ...upload.metadata, filename: 'quad.png' },
      },
      { type: 'document', source: { type: 'url', value: 'https://example.com/a.pdf' } },
    ]);
    expect(parts).toMatchObject([
      { type: 'text', text: 'What is it?' },
      { type: 'image', detail: 'high', name: 'quad.png', mediaType: 'image/png', width: 96 },
    ]);
    const images = parts.filter((part) => part.type === 'image');
    expect(assembleMessages({ text: 'And now?', images })[0]?.parts[0]).toMatchObject({
      detail: 'high',
    });
  });

  test('a file that is no image is refused in plain words', async () => {
    const upload = createOnUpload()(await loadFixture('document.pdf'));
    await expect(upload).rejects.toMatchObject({ code: 'not-an-image' });
  });
});
