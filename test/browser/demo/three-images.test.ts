import { describe, expect, test } from 'vitest';
import { allWireFormats } from '../../helpers/all-wire-formats.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { askTwice, connectTo, imageParts, inOrder } from '../../helpers/three-images.js';

const server = new URL('/demo-backend', location.href).href;

describe.each(allWireFormats)('three images through $name, from a page', (wire) => {
  test('arrive in order over the network, and ride along with the next question', async () => {
    const connection = await connectTo(server, wire);
    const [first, second] = await askTwice(connection, await imageParts(connection, loadFixture));
    expect(first).toMatch(inOrder);
    expect(first).toContain('It received 3 images');
    expect(second).toContain('3 earlier images again');
  });
});
