import { StrictMode } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import { useImageScreen, type UseIntakeOptions } from '../../../src/index.js';
import { eventually } from '../../helpers/eventually.js';

function Capture(options: UseIntakeOptions) {
  const { isAvailable, capture } = useImageScreen(options);
  return (
    <button type="button" disabled={!isAvailable} onClick={() => void capture()}>
      Screenshot
    </button>
  );
}

describe('a screen', () => {
  test('gives one frame as PNG, and is no longer shared', async () => {
    const onImages = vi.fn<UseIntakeOptions['onImages']>();
    const asked = vi.spyOn(navigator.mediaDevices, 'getDisplayMedia');
    const { getByRole } = await render(
      <StrictMode>
        <Capture onImages={onImages} />
      </StrictMode>,
    );
    await getByRole('button').click();
    await eventually(() => expect(onImages).toHaveBeenCalledOnce());
    const [images, from] = onImages.mock.calls[0] ?? [];
    expect(from).toBe('screen');
    expect(images?.[0]?.name).toMatch(/^Screenshot \d+\.png$/);
    expect(images?.[0]?.info.mediaType).toBe('image/png');
    expect(images?.[0]?.info.width).toBeGreaterThan(100);
    const stream = await (asked.mock.results[0]?.value as Promise<MediaStream>);
    await eventually(() =>
      expect(stream.getTracks().map(({ readyState }) => readyState)).toEqual(['ended']),
    );
    asked.mockRestore();
  });
});
