/** What the kit says of a link before it is sent, and what the demo backend says of it, over real HTTP. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkImageLink } from '../../src/messages/check-image-link.js';
import type { ImagePart } from '../../src/messages/types.js';
import { allWireFormats } from '../helpers/all-wire-formats.js';
import { startDemoServer } from '../helpers/demo-server.js';
import type { DemoServer } from '../helpers/demo-server.js';
import { askOnce, connectTo } from '../helpers/three-images.js';

let server: DemoServer;
beforeAll(async () => {
  server = await startDemoServer();
});
afterAll(() => server.close());

const linked = (url: string): ImagePart => ({
  type: 'image',
  id: 'linked',
  data: { kind: 'url', url },
  mediaType: 'image/jpeg',
  detail: 'auto',
});

describe.each(allWireFormats)('a link through $name', (wire) => {
  test.each([
    'https://photos.example/cat.jpg',
    'http://photos.example/cat.jpg',
    'https://localhost/cat.jpg',
    'https://192.168.1.5/cat.jpg',
  ])('%s arrives where the kit says it will', async (url) => {
    const connection = await connectTo(server.url, wire);
    const target = { ...connection, baseUrl: 'https://provider.example/v1' };
    const isTaken = checkImageLink(url, target) === undefined;
    const answer = await askOnce(connection, [linked(url)]).catch(() => 'refused');
    expect(answer.includes(new URL(url).host)).toBe(isTaken);
  });
});
