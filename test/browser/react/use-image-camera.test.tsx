import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useImageCamera, type UseIntakeOptions } from '../../../src/index.js';
import { eventually } from '../../helpers/eventually.js';

function Camera(options: UseIntakeOptions) {
  const camera = useImageCamera(options);
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption */}
      <video {...camera.videoProps} />
      <output>{camera.status}</output>
      <p>{camera.failure?.message}</p>
      <button type="button" onClick={camera.open}>
        open
      </button>
      <button type="button" onClick={camera.close}>
        close
      </button>
      <button type="button" onClick={() => void camera.takePhoto()}>
        take
      </button>
      <button type="button" onClick={camera.retake}>
        retake
      </button>
      <button type="button" onClick={camera.keepPhoto}>
        keep
      </button>
      <button type="button" disabled={!camera.canSwitch} onClick={camera.switchCamera}>
        switch
      </button>
    </>
  );
}

async function setUp() {
  const onImages = vi.fn<UseIntakeOptions['onImages']>();
  const screen = await render(
    <StrictMode>
      <Camera onImages={onImages} />
    </StrictMode>,
  );
  const press = (name: string) => screen.getByRole('button', { name, exact: true }).click();
  const status = () => screen.container.querySelector('output')?.textContent;
  const becomes = (expected: string) => eventually(() => expect(status()).toBe(expected));
  const stream = (): MediaStream => {
    const source = screen.container.querySelector('video')?.srcObject;
    if (!(source instanceof MediaStream)) throw new Error('The video shows no stream.');
    return source;
  };
  const failure = () => screen.container.querySelector('p')?.textContent;
  return { ...screen, onImages, press, becomes, stream, failure };
}

const states = (stream: MediaStream) => stream.getTracks().map(({ readyState }) => readyState);

describe('a camera', () => {
  test('shows what it sees, and hands on the photo that is kept', async () => {
    const { press, becomes, stream, onImages } = await setUp();
    await press('open');
    await becomes('live');
    const seen = stream();
    await press('take');
    await becomes('taken');
    await eventually(() => expect(states(seen)).toEqual(['ended']));
    expect(onImages).not.toHaveBeenCalled();
    await press('keep');
    await becomes('closed');
    await eventually(() => expect(onImages).toHaveBeenCalledOnce());
    const [images, from] = onImages.mock.calls[0] ?? [];
    expect(from).toBe('camera');
    expect(images).toHaveLength(1);
    expect(images?.[0]?.name).toMatch(/^Camera \d+\.jpg$/);
    expect(images?.[0]?.info).toMatchObject({ mediaType: 'image/jpeg', width: 2560, height: 1440 });
  });

  test('takes another photo in the place of the first', async () => {
    const { press, becomes, onImages } = await setUp();
    await press('open');
    await becomes('live');
    await press('take');
    await becomes('taken');
    await press('retake');
    await becomes('live');
    await press('take');
    await becomes('taken');
    await press('keep');
    await eventually(() => expect(onImages).toHaveBeenCalledOnce());
  });

  test('gives way to the next one, and its own light goes out', async () => {
    const { press, becomes, stream } = await setUp();
    await press('open');
    await becomes('live');
    const first = stream();
    await press('switch');
    await eventually(() => expect(stream()).not.toBe(first));
    await becomes('live');
    await eventually(() => expect(states(first)).toEqual(['ended']));
    const ids = [first, stream()].map((one) => one.getVideoTracks()[0]?.getSettings().deviceId);
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('ends when it is closed, when it is gone, and when it is closed before it came', async () => {
    const { press, becomes, stream, unmount } = await setUp();
    await press('open');
    await becomes('live');
    const first = stream();
    await press('close');
    await eventually(() => expect(states(first)).toEqual(['ended']));

    const opened = vi.spyOn(navigator.mediaDevices, 'getUserMedia');
    await press('open');
    await press('close');
    const late = await Promise.all(
      opened.mock.results.map(({ value }) => value as Promise<MediaStream>),
    );
    await eventually(() => expect(late.flatMap(states)).not.toContain('live'));
    opened.mockRestore();

    await press('open');
    await becomes('live');
    const last = stream();
    await unmount();
    await eventually(() => expect(states(last)).toEqual(['ended']));
  });

  test('that is unplugged says so', async () => {
    const { press, becomes, stream, failure } = await setUp();
    await press('open');
    await becomes('live');
    // What a browser does to the track of a camera that is gone.
    stream().getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
    await becomes('failed');
    expect(failure()).toMatch(/gives no image/);
  });
});
