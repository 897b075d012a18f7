import { useEffect, useState, type ReactElement } from 'react';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, within } from 'storybook/test';
import {
  type ChatMessage,
  type ImageContent,
  type ImageDetail,
  KitError,
  type WireRequest,
} from '../../src/index.js';
import { bytes } from '../../src/components/devtools/format.js';
import { asCurl, readableBody } from '../../src/react/devtools/request-text.js';
import { Code } from '../shared/Code.js';
import { onWideSheet } from '../shared/Sheet.js';
import { exampleConversation } from './example-conversation.js';
import { formats, type FormatExample } from './formats.js';
import './wire.css';
// oxlint-disable-next-line import/default -- the file's own text, for the docs
import source from '../usage/wireFormat.ts?raw';
import { usage } from '../shared/docs.js';

interface SideBySideArgs {
  /** How the images travel. */
  carriedAs: ImageContent['kind'];
  firstDetail: ImageDetail;
  secondDetail: ImageDetail;
  /** Names of the formats to show. */
  shown: readonly string[];
}

type Built = { request: WireRequest; text: string } | { error: KitError };

async function build({ wire, model }: FormatExample, messages: ChatMessage[]): Promise<Built> {
  try {
    const request = await wire.buildRequest(messages, { model });
    return { request, text: await readableBody(request.body) };
  } catch (error) {
    if (!KitError.is(error)) throw error;
    return { error };
  }
}

function FormatCard(props: { format: FormatExample; messages: ChatMessage[] }): ReactElement {
  const { format, messages } = props;
  const { wire, baseUrl } = format;
  const [built, setBuilt] = useState<Built>();
  useEffect(() => {
    let isCurrent = true;
    void build(format, messages).then((result) => isCurrent && setBuilt(result));
    return () => {
      isCurrent = false;
    };
  }, [format, messages]);
  return (
    <section className="st-card" aria-label={wire.name}>
      <h2>{wire.name}</h2>
      {built && 'error' in built && <p className="st-bad">{built.error.message}</p>}
      {built && 'request' in built && (
        <>
          <p className="st-mono">
            POST {baseUrl}
            {built.request.path}
            <br />
            <span className="st-hint">{bytes(built.request.body.size)}</span>
          </p>
          {built.request.warnings.map(({ code, message, imageId }) => (
            <p key={`${code} ${imageId}`}>
              <span className="st-tag" data-tone="warn">
                {code}
              </span>{' '}
              {message}
            </p>
          ))}
          <Code
            label={`Body of ${wire.name}`}
            text={built.text}
            copyLabel="Copy as curl"
            copy={() =>
              asCurl(`${baseUrl}${built.request.path}`, built.request, {
                keyHeader: wire.keyHeader,
              })
            }
          />
        </>
      )}
    </section>
  );
}

function SideBySide(args: SideBySideArgs): ReactElement {
  const { carriedAs, firstDetail, secondDetail, shown } = args;
  const [messages, setMessages] = useState<ChatMessage[]>();
  useEffect(() => {
    let isCurrent = true;
    void exampleConversation(carriedAs, [firstDetail, secondDetail]).then(
      (made) => isCurrent && setMessages(made),
    );
    return () => {
      isCurrent = false;
    };
  }, [carriedAs, firstDetail, secondDetail]);
  return (
    <div className="wire-grid">
      {messages &&
        formats
          .filter(({ wire }) => shown.includes(wire.name))
          .map((format) => (
            <FormatCard key={format.wire.name} format={format} messages={messages} />
          ))}
    </div>
  );
}

const names = formats.map(({ wire }) => wire.name);

/**
 * One conversation with two images, in every wire format. A format is a pure function from messages to a request, with
 * the body as a Blob. What it cannot carry becomes a warning, never a silent loss. Base64 is shortened here, but copied
 * in full.
 */
const meta = {
  title: 'Wire/Side by side',
  component: SideBySide,
  decorators: [onWideSheet],
  parameters: { layout: 'fullscreen', docs: { source: usage(source) } },
  args: { carriedAs: 'bytes', firstDetail: 'low', secondDetail: 'high', shown: names },
  argTypes: {
    carriedAs: { control: 'inline-radio', options: ['bytes', 'url', 'file-id'] },
    firstDetail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
    secondDetail: { control: 'inline-radio', options: ['auto', 'low', 'high', 'original'] },
    shown: { control: 'check', options: names },
  },
} satisfies Meta<typeof SideBySide>;
export default meta;

type Story = StoryObj<typeof meta>;

/** Bytes, as base64 in the body. One format accepts no bytes, and says so. */
export const AsBytes: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement);
    const body = within(await canvas.findByRole('region', { name: 'Body of openai-chat' }));
    await expect(await body.findByText(/data:image\/png;base64/)).toBeVisible();
    await expect(canvas.getAllByRole('heading')).toHaveLength(names.length);
  },
};

/** Links, for endpoints that fetch them. */
export const AsLinks: Story = { args: { carriedAs: 'url' } };

/** Ids of files that were uploaded earlier. */
export const AsFileIds: Story = { args: { carriedAs: 'file-id' } };
