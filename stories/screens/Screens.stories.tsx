import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ReactElement } from 'react';
import { ImageChatView, type ChatEntry, type UseImageChatResult } from '../../src/index.js';
import { answer, failures, question, threeFindings } from '../components/samples/entries.js';
import { readyItem } from '../components/samples/images.js';
import {
  cutShortItem,
  failedItem,
  preparingItem,
  queuedItem,
} from '../components/samples/items.js';
import { loadFiles, type SampleFiles } from '../components/samples/load-files.js';
import { type SampleComposer, useSampleChat } from '../components/samples/use-sample-chat.js';

interface Still {
  entries?: readonly ChatEntry[];
  composer?: SampleComposer;
  error?: UseImageChatResult['error'];
}

function StillChat({ entries = [], composer, error }: Still): ReactElement {
  const chat = useSampleChat(entries, composer);
  return <ImageChatView chat={{ ...chat, ...(error && { error }) }} showUsage />;
}

/** Moments of a whole chat that stand still, for the visual tests. What a component can do is in its own stories. */
const meta = {
  title: 'Screens',
  component: StillChat,
  tags: ['!dev', '!autodocs', '!test'],
  parameters: { layout: 'fullscreen' },
  decorators: [
    (Story) => (
      <div style={{ height: '100vh' }}>
        <Story />
      </div>
    ),
  ],
  loaders: [loadFiles],
} satisfies Meta<typeof StillChat>;
export default meta;

type Story = StoryObj<typeof meta>;

const show =
  (stillOf: (files: SampleFiles) => Still): NonNullable<Story['render']> =>
  (_args, { loaded }) => <StillChat {...stillOf(loaded as SampleFiles)} />;

export const ThreeImages: Story = {
  render: show(({ stillLife, tower, receipt }) => ({
    composer: { items: [stillLife, tower, receipt].map((file) => readyItem(file)) },
  })),
};

export const TwelveImages: Story = {
  render: show((files) => ({
    composer: {
      items: Array.from({ length: 12 }, (_, index) =>
        readyItem((Object.values(files) as File[])[index % 4] as File, { id: String(index) }),
      ),
    },
  })),
};

export const Preparing: Story = {
  render: show(({ stillLife, tower, receipt }) => ({
    composer: {
      items: [readyItem(stillLife), preparingItem(tower, 0.65), queuedItem(receipt)],
      text: 'Which of these was taken outdoors?',
    },
  })),
};

export const Rejected: Story = {
  render: show(({ stillLife, chart, tower }) => ({
    composer: {
      items: [
        readyItem(stillLife),
        failedItem(chart, failures.timeout),
        { ...failedItem(tower), name: 'scan.jpg' },
      ],
      rejections: [
        {
          code: 'unsupported-format',
          name: 'receipt.heic',
          message: 'This browser cannot open HEIC images. Save it as JPEG and add it again.',
        },
        {
          code: 'not-an-image',
          name: 'notes.txt',
          message: 'This file is no image. Add a photo, a scan or a screenshot.',
        },
      ],
    },
  })),
};

export const Warned: Story = {
  render: show(({ receipt, tower }) => ({
    composer: {
      items: [cutShortItem(receipt), readyItem(tower)],
      text: 'What does it say?',
      problems: [
        {
          code: 'image-side',
          severity: 'warning',
          message: 'Image 2 is 9,000 px wide, and this model takes 8,000 px at most.',
          imageId: tower.name,
          fix: 'shrink',
        },
      ],
    },
  })),
};

export const TypedText: Story = {
  render: show(({ stillLife }) => ({
    composer: {
      items: [readyItem(stillLife)],
      text: 'Which of these fruits are ripe?\nAnswer with one word for each.',
    },
  })),
};

const asked = ({ stillLife, tower, receipt }: SampleFiles): ChatEntry =>
  question('q1', 'Which of these was taken outdoors, and what gives it away?', [
    stillLife,
    tower,
    receipt,
  ]);

export const Waiting: Story = {
  render: show((files) => ({
    entries: [asked(files), answer('a1', '', { status: 'waiting', startedAtMs: Date.now() })],
  })),
};

export const Streaming: Story = {
  render: show((files) => ({
    entries: [
      asked(files),
      answer('a1', `${threeFindings}\n\n- The fruit\n  - in the bowl, and **what`, {
        status: 'streaming',
      }),
    ],
  })),
};

const finished = `Only Image 2 was taken outdoors:

| Image | Light | Place |
| --- | --- | ---: |
| Image 1 | from above | a table |
| Image 2 | from one side | a square |
| Image 3 | even | a scanner |

1. **Light.** It comes from one side and from far away.
2. **Shadows.** They are long, and all fall the same way:
   - those of the tower,
   - those of the trees.

\`\`\`ts
const isOutdoors = (image: Image): boolean => image.light === 'from one side';
\`\`\`

> Shadows never lie, says [a photographer](https://light.example/).`;

export const Finished: Story = {
  render: show((files) => ({ entries: [asked(files), answer('a1', finished)] })),
};

export const Failed: Story = {
  render: show(({ receipt }) => ({
    entries: [
      question('q1', 'What did the rye bread cost?', [receipt]),
      answer('a1', '', { status: 'failed', error: failures.rateLimited }),
    ],
    error: failures.rateLimited,
  })),
};
