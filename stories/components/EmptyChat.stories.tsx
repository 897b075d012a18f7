import type { Meta, StoryObj } from '@storybook/react-vite';
import { EmptyChat } from '../../src/index.js';
import { onSheet } from '../shared/Sheet.js';
import { sampleUrl } from '../shared/samples.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/EmptyChat.tsx?raw';
import { usage } from '../shared/docs.js';

/** What a conversation shows before the first question. The app's own content is placed below it. */
const meta = {
  title: 'Components/EmptyChat',
  component: EmptyChat,
  decorators: [onSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
} satisfies Meta<typeof EmptyChat>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The invitation alone. */
export const Invitation: Story = {};

/** Sample images to try with one press. */
export const WithSamples: Story = {
  args: {
    children: (
      <div className="st-chips" style={{ justifyContent: 'center', marginBlockStart: '1rem' }}>
        {(['still-life.jpg', 'receipt.png'] as const).map((file) => (
          <button key={file} type="button" className="st-chip">
            <img src={sampleUrl(file)} alt="" />
            {file === 'receipt.png' ? 'What did the bread cost?' : 'What is on the table?'}
          </button>
        ))}
      </div>
    ),
  },
};
