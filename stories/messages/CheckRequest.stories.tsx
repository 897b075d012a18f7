import { useMemo, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import { checkRequest, Notice } from '../../src/index.js';
import { count } from '../../src/components/devtools/format.js';
import { Code } from '../shared/Code.js';
import { Facts } from '../shared/Facts.js';
import { readable } from '../shared/readable.js';
import { onWideSheet } from '../shared/Sheet.js';
import { problemCases } from './problem-cases.js';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/checkRequest.ts?raw';
import { usage } from '../shared/docs.js';

function CheckedRequest({ code }: { code: keyof typeof problemCases }): ReactElement {
  const { target, messages, problems } = useMemo(() => {
    const { target, messages: make } = problemCases[code];
    const messages = make();
    return { target, messages, problems: checkRequest(messages, target) };
  }, [code]);
  return (
    <>
      <p className="st-mono">
        {target.model}
        {target.wire && ` over ${target.wire.name}`}
        {target.baseUrl !== undefined && ` at ${target.baseUrl}`}
      </p>
      {problems.map((problem) => (
        <section
          key={`${problem.code} ${problem.imageId}`}
          className="st-card"
          aria-label={`Problem: ${problem.code} ${problem.imageId ?? ''}`}
        >
          <Notice tone={problem.severity === 'error' ? 'bad' : 'warn'}>{problem.message}</Notice>
          <Facts
            rows={[
              ['Code', <code key="code">{problem.code}</code>],
              ['Severity', problem.severity],
              ['Image', problem.imageId],
              ['Limit', problem.limit === undefined ? undefined : count(problem.limit)],
              ['Value', problem.value === undefined ? undefined : count(problem.value)],
              ['Fix', problem.fix],
            ]}
          />
        </section>
      ))}
      <Code label="The messages" text={readable(messages)} />
    </>
  );
}

/**
 * `checkRequest` finds, before the network, what an endpoint would refuse about a request, history included. Each
 * problem names its image, the limit and the value, and a fix that an interface can apply. An `error` stops the
 * request, a `warning` does not.
 */
const meta = {
  title: 'Messages/Check a request',
  component: CheckedRequest,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  argTypes: { code: { control: 'select', options: Object.keys(problemCases) } },
  play: async ({ canvasElement, args }) => {
    const found = within(canvasElement).getAllByText(args.code, { selector: 'dd code' });
    await expect(found[0]).toBeVisible();
  },
} satisfies Meta<typeof CheckedRequest>;
export default meta;

type Story = StoryObj<typeof meta>;

/** The model reads text only. */
export const NoVision: Story = { args: { code: 'no-vision' } };

/** An image is in a system message. */
export const RoleWithoutImages: Story = { args: { code: 'role-without-images' } };

/** The endpoint does not accept this type of image. */
export const MediaType: Story = { args: { code: 'media-type' } };

/** The image has no bytes. */
export const EmptyImage: Story = { args: { code: 'empty-image' } };

/** One image is over the limit, counted as base64. */
export const ImageBytes: Story = { args: { code: 'image-bytes' } };

/** One side is too long. Above 20 images, history included, some providers lower the limit. */
export const ImageSide: Story = { args: { code: 'image-side' } };

/** Too many pixels. */
export const ImagePixels: Story = { args: { code: 'image-pixels' } };

/** More patches than the model accepts at `original`. */
export const ImagePatches: Story = { args: { code: 'image-patches' } };

/** More images than a request may contain. */
export const TooManyImages: Story = { args: { code: 'too-many-images' } };

/** The body as a whole is too large. */
export const RequestBytes: Story = { args: { code: 'request-bytes' } };

/** All images together exceed a limit. This limit was measured and is not documented, so it is a warning. */
export const ImageBytesTotal: Story = { args: { code: 'image-bytes-total' } };

/** More tokens than the model's context. Text tokens are only estimated, so it is a warning. */
export const ContextTokens: Story = { args: { code: 'context-tokens' } };

/** A link that is only valid on this page. */
export const UrlForm: Story = { args: { code: 'url-form' } };

/** A link into the user's own network. */
export const UrlNotReachable: Story = { args: { code: 'url-not-reachable' } };

/** The wire format has no place for an uploaded file. */
export const UnsupportedByWire: Story = { args: { code: 'unsupported-by-wire' } };

/** The message is empty. */
export const EmptyMessage: Story = { args: { code: 'empty-message' } };
