import { useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import {
  useImageCamera,
  useImageClipboard,
  useImageLink,
  useImageScreen,
  type UseIntakeOptions,
} from '../../src/index.js';
import { sampleUrl } from '../shared/samples.js';
import { onSheet } from '../shared/Sheet.js';
import { ArrivalList, useArrivals } from './Arrivals.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import cameraSource from '../usage/useImageCamera.tsx?raw';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import screenSource from '../usage/useImageScreen.tsx?raw';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import clipboardSource from '../usage/useImageClipboard.tsx?raw';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import linkSource from '../usage/useImageLink.tsx?raw';
import { usage } from '../shared/docs.js';

function Camera(options: UseIntakeOptions): ReactElement {
  const camera = useImageCamera(options);
  const { status, failure } = camera;
  const transform = camera.isMirrored ? 'scaleX(-1)' : undefined;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a camera says nothing */}
      <video
        {...camera.videoProps}
        hidden={status === 'closed' || status === 'failed'}
        style={{ maxInlineSize: 320, transform }}
      />
      {failure && <p role="alert">{failure.message}</p>}
      <div className="st-row">
        {status === 'closed' && <Press label="Open the camera" onPress={camera.open} />}
        {status === 'failed' && <Press label="Try again" onPress={camera.open} />}
        {status === 'live' && <Press label="Take photo" onPress={() => void camera.takePhoto()} />}
        {status === 'live' && camera.canSwitch && (
          <Press label="Switch camera" onPress={camera.switchCamera} />
        )}
        {status === 'taken' && <Press label="Take another" onPress={camera.retake} />}
        {status === 'taken' && <Press label="Use photo" onPress={camera.keepPhoto} />}
        {status !== 'closed' && <Press label="Close" onPress={camera.close} />}
      </div>
    </>
  );
}

function Screen(options: UseIntakeOptions): ReactElement {
  const { isAvailable, capture } = useImageScreen(options);
  if (!isAvailable) return <p>This browser captures no screens.</p>;
  return <Press label="Take a screenshot" onPress={() => void capture()} />;
}

function Clipboard(options: UseIntakeOptions): ReactElement {
  const { isAvailable, paste } = useImageClipboard(options);
  if (!isAvailable) return <p>This browser lets no page read the clipboard.</p>;
  return <Press label="Paste" onPress={() => void paste()} />;
}

function Link(options: UseIntakeOptions): ReactElement {
  const { add, isLoading } = useImageLink(options);
  const [address, setAddress] = useState('');
  const [told, setTold] = useState('');
  const submit = async (): Promise<void> => {
    const rejection = await add(address);
    setTold(rejection?.message ?? '');
    if (!rejection) setAddress('');
  };
  return (
    <>
      <label className="st-field">
        Address of an image
        <input value={address} onChange={(event) => setAddress(event.target.value)} />
      </label>
      <output>{isLoading ? 'Getting it…' : told}</output>
      <Press label="Add" onPress={() => void submit()} />
    </>
  );
}

function Press({ label, onPress }: { label: string; onPress: () => void }): ReactElement {
  return (
    <button type="button" className="st-button" onClick={onPress}>
      {label}
    </button>
  );
}

const ways = { camera: Camera, screen: Screen, clipboard: Clipboard, link: Link };

function OtherWay({ way }: { way: keyof typeof ways }): ReactElement {
  const { onImages, onRejections, ...arrivals } = useArrivals();
  const Way = ways[way];
  return (
    <>
      <Way onImages={onImages} onRejections={onRejections} />
      <ArrivalList {...arrivals} />
    </>
  );
}

/**
 * Images also come from a camera, a screen, the clipboard and a URL. Each hook provides what a page needs to show,
 * calls the same `onImages` as a drop, and explains what to do if the browser or the user refuses.
 */
const meta = {
  title: 'Hooks/Other ways in',
  component: OtherWay,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen' },
  argTypes: { way: { control: 'inline-radio', options: Object.keys(ways) } },
} satisfies Meta<typeof OtherWay>;
export default meta;

type Story = StoryObj<typeof meta>;

/** `useImageCamera` stops the camera after the photo, on Close, and when the component unmounts. */
export const FromTheCamera: Story = {
  parameters: { docs: { source: usage(cameraSource) } },
  args: { way: 'camera' },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    await userEvent.click(canvas.getByRole('button', { name: 'Open the camera' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Take photo' }));
    await userEvent.click(await canvas.findByRole('button', { name: 'Use photo' }));
    await expect(await canvas.findByText(/^Camera \d+\.jpg$/)).toBeVisible();
  },
};

/** `useImageScreen` takes one frame as PNG and stops sharing. Choosing no screen is not an error. */
export const FromTheScreen: Story = {
  parameters: { docs: { source: usage(screenSource) } },
  args: { way: 'screen' },
};

/** `useImageClipboard` is a paste button, for users without a keyboard. */
export const FromTheClipboard: Story = {
  parameters: { docs: { source: usage(clipboardSource) } },
  args: { way: 'clipboard' },
};

/**
 * `useImageLink` fetches an image without cookies or referrer, if the site allows it. The URL stays in the field until
 * that succeeds.
 */
export const FromAnAddress: Story = {
  parameters: { docs: { source: usage(linkSource) } },
  args: { way: 'link' },
};

export const FromAnAddressTest: Story = {
  ...FromAnAddress,
  tags: ['!dev', '!autodocs'],
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const field = canvas.getByRole('textbox');
    await userEvent.type(field, 'not an address');
    await userEvent.click(canvas.getByRole('button', { name: 'Add' }));
    await expect(await canvas.findByText(/not the URL of an image/)).toBeVisible();
    await expect(field).toHaveValue('not an address');
    await userEvent.clear(field);
    await userEvent.type(field, new URL(sampleUrl('chart.png'), location.href).href);
    await userEvent.click(canvas.getByRole('button', { name: 'Add' }));
    await expect(await canvas.findByText('chart.png')).toBeVisible();
    await waitFor(() => expect(field).toHaveValue(''));
  },
};
