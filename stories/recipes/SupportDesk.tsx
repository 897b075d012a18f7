import type { ReactElement } from 'react';
import {
  collectImages,
  type Connection,
  EmptyChat,
  ImageChatView,
  useImageChat,
} from '../../src/index.js';
import { Facts } from '../shared/Facts.js';
import { FullPage } from '../shared/Sheet.js';
import { loadSample, sampleUrl, type SampleFile } from '../shared/samples.js';
// `image-chat-kit/heic`, for the photos of iPhones in every browser.
import '../../src/pipeline/decode/heic.js';
import './recipes.css';

const system =
  'You help the agents of a support desk. The images are screenshots a customer sent. Say what is wrong, quote the ' +
  'words on the screen that show it, and write a reply the agent can send.';

const screenshots: readonly { file: SampleFile; what: string }[] = [
  { file: 'chart.png', what: 'The sales chart' },
  { file: 'small-text.png', what: 'The terms they mean' },
];

const questions = ['What went wrong here?', 'Write a reply to the customer.'];

export function SupportDesk({ connection }: { connection: Connection }): ReactElement {
  const chat = useImageChat({ connection, system, labels: true });
  const { queue, setText } = chat.composer;
  const attach = async (file: SampleFile): Promise<void> => {
    const { images } = await collectImages([await loadSample(file)], { from: 'code' });
    queue.addSources(images);
  };
  return (
    <FullPage>
      <div className="rc-split" style={{ gridRow: '1 / -1' }}>
        <aside className="rc-side" aria-label="Ticket">
          <h1>Ticket 4,812</h1>
          <Facts
            rows={[
              ['From', 'Ada Quist'],
              ['Plan', 'Team, yearly'],
              ['Waiting', '2 hours'],
            ]}
          />
          <p className="rc-quote">
            The chart shows no orders for May, but we had plenty. And do the terms not say that data
            is complete within a day?
          </p>
          {screenshots.map(({ file, what }) => (
            <button key={file} type="button" className="rc-wide" onClick={() => void attach(file)}>
              <img src={sampleUrl(file)} alt="" />
              {what}: ask about it
            </button>
          ))}
          <div className="rc-quick">
            {questions.map((question) => (
              <button
                key={question}
                type="button"
                className="st-button"
                onClick={() => setText(question)}
              >
                {question}
              </button>
            ))}
          </div>
        </aside>
        <ImageChatView
          chat={chat}
          details={['low', 'high']}
          empty={
            <EmptyChat>
              <p className="st-hint">One press adds a screenshot of the ticket.</p>
            </EmptyChat>
          }
        />
      </div>
    </FullPage>
  );
}
