import { StrictMode } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { useObjectUrl } from '../../../src/react/use-object-url.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { countResources } from './count-resources.js';
import { eventually } from '../../helpers/eventually.js';

function Image({ blob }: { blob: Blob | undefined }) {
  return <img alt="shown" src={useObjectUrl(blob)} />;
}

function sources(container: HTMLElement): (string | null)[] {
  return Array.from(container.querySelectorAll('img'), (image) => image.getAttribute('src'));
}

test('one URL serves every element that shows a Blob, and goes with the last of them', async () => {
  const { urls } = countResources();
  const [first, second] = [await loadFixture('quad.png'), await loadFixture('quad.gif')];
  const screen = await render(
    <StrictMode>
      <Image blob={first} />
      <Image blob={first} />
      <Image blob={second} />
      <Image blob={undefined} />
    </StrictMode>,
  );
  const shown = sources(screen.container);
  expect(shown[0]).toBe(shown[1]);
  expect(shown[2]).not.toBe(shown[0]);
  expect(shown[3]).toBeNull();
  await screen.container.querySelector('img')?.decode();

  await screen.rerender(
    <StrictMode>
      <Image blob={second} />
      <Image blob={first} />
    </StrictMode>,
  );
  expect(sources(screen.container)).toEqual([shown[2], shown[0]]);
  await eventually(() => expect(urls.size).toBe(2));
  await screen.unmount();
  await eventually(() => expect(urls.size).toBe(0));
});
