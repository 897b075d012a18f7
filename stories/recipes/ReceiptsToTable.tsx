import type { ReactElement } from 'react';
import {
  type Connection,
  ImageDropzone,
  ImageTray,
  KitRoot,
  useImageChat,
  useImagePicker,
} from '../../src/index.js';
import { SampleChips } from '../shared/SampleChips.js';
import { Sheet } from '../shared/Sheet.js';
import { AnswerTable, rowsOf } from './AnswerTable.js';
import { textOf } from './text-of.js';
// `image-chat-kit/heic`, for the photos of iPhones in every browser.
import '../../src/pipeline/decode/heic.js';
import './recipes.css';

const system = 'You read receipts. Use null for what cannot be read.';

const maybe = (type: string) => ({ type: [type, 'null'] });

/** One object per receipt. */
const receipts = {
  type: 'array',
  items: {
    type: 'object',
    properties: {
      shop: maybe('string'),
      date: { ...maybe('string'), description: 'ISO 8601' },
      total: maybe('number'),
      currency: { ...maybe('string'), description: 'ISO 4217' },
    },
    required: ['shop', 'date', 'total', 'currency'],
    additionalProperties: false,
  },
};

const question = 'Read these receipts.';

export function ReceiptsToTable({ connection }: { connection: Connection }): ReactElement {
  // Small print needs the pixels.
  const chat = useImageChat({
    connection,
    system,
    responseSchema: receipts,
    queue: { detail: 'high' },
  });
  const { queue, rejections, addRejections } = chat.composer;
  const { inputProps, open } = useImagePicker({
    onImages: queue.addSources,
    onRejections: addRejections,
    isMultiple: true,
  });
  const answer = chat.entries.findLast(({ message }) => message.role === 'assistant');
  const text = answer ? textOf(answer.message) : '';
  const { value, problems = [] } = answer?.answer?.object ?? {};
  const isReady = queue.items.length > 0 && queue.parts.length === queue.items.length;
  const read = async (): Promise<void> => {
    const outcome = await chat.send({ text: question, images: queue.parts });
    if (outcome.accepted) queue.clear();
  };
  return (
    <Sheet isWide>
      <p className="st-hint">
        Receipts in, a table out: shop, date and total of each. With the two samples below it works
        without a model.
      </p>
      <ImageDropzone onImages={queue.addSources} onRejections={addRejections} isPageWide>
        <input {...inputProps} hidden />
        <button type="button" className="rc-drop" onClick={open}>
          <strong>Drop receipts here, or press to choose</strong>
          <span>They are resized on this device; location data is removed.</span>
        </button>
      </ImageDropzone>
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
      <AnswerTable rows={rowsOf(value)} />
      {problems.map(({ path, message }) => (
        <p key={path} className="st-bad">
          {path} {message}
        </p>
      ))}
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
