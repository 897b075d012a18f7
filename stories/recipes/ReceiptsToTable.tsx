import type { ReactElement } from 'react';
import {
  type Connection,
  ImageDropzone,
  ImageTray,
  KitRoot,
  useImageChat,
} from '../../src/index.js';
import { SampleChips } from '../shared/SampleChips.js';
import { Sheet } from '../shared/Sheet.js';
import { AnswerTable, readRows } from './AnswerTable.js';
import { textOf } from './text-of.js';
// `image-chat-kit/heic`, for the photos of iPhones in every browser.
import '../../src/pipeline/decode/heic.js';
import './recipes.css';

const system =
  'You read receipts. Answer with JSON in a code block and nothing else: an array with one object per receipt, with ' +
  '"shop", "date" (ISO), "total" (number) and "currency". Use null for what cannot be read.';

const question = 'Read these receipts as JSON.';

export function ReceiptsToTable({ connection }: { connection: Connection }): ReactElement {
  // Small print needs the pixels.
  const chat = useImageChat({ connection, system, queue: { detail: 'high' } });
  const { queue, rejections, addRejections } = chat.composer;
  const answer = chat.entries.findLast(({ message }) => message.role === 'assistant');
  const text = answer ? textOf(answer.message) : '';
  const isReady = queue.items.length > 0 && queue.parts.length === queue.items.length;
  const read = async (): Promise<void> => {
    const outcome = await chat.send({ text: question, images: queue.parts });
    if (outcome.accepted) queue.clear();
  };
  return (
    <Sheet>
      <ImageDropzone onImages={queue.addSources} onRejections={addRejections} isPageWide />
      <SampleChips
        files={['receipt.png', 'receipt-cafe.png']}
        onFile={(file) => queue.add([{ file, name: file.name }])}
      />
      <KitRoot>
        <ImageTray queue={queue} details={['high']} />
      </KitRoot>
      {rejections.map(({ name, message }) => (
        <p key={name} className="st-bad">
          {name}: {message}
        </p>
      ))}
      <div className="st-row">
        <button
          type="button"
          className="st-button"
          data-primary
          disabled={!isReady || chat.status !== 'ready'}
          onClick={() => void read()}
        >
          {chat.status === 'ready' ? 'Read them' : 'Reading…'}
        </button>
        {chat.error && <p className="st-bad">{chat.error.message}</p>}
      </div>
      <AnswerTable rows={readRows(text)} />
      {text !== '' && (
        <details>
          <summary>The whole answer</summary>
          <pre className="st-mono rc-answer" style={{ whiteSpace: 'pre-wrap' }}>
            {text}
          </pre>
        </details>
      )}
    </Sheet>
  );
}
