import { useState, type ReactElement } from 'react';
import {
  type Connection,
  ImageChatView,
  type ImageSource,
  useImageChat,
  useImageDrop,
  useImagePicker,
} from '../../src/index.js';
import { useObjectUrl } from '../../src/parts.js';
import { SampleChips } from '../shared/SampleChips.js';
import { FullPage } from '../shared/Sheet.js';
// `image-chat-kit/heic`, for the photos of iPhones in every browser.
import '../../src/pipeline/decode/heic.js';
import './recipes.css';

const system =
  'You are a patient tutor. The image is a page of homework. Never give the solution: ask one question or give one ' +
  'hint at a time, and say which line of the page you mean.';

const prompts = ['Give me a hint', 'Check what I have so far', 'Which rule do I need?'];

export function HomeworkPhoto({ connection }: { connection: Connection }): ReactElement {
  const chat = useImageChat({ connection, system, queue: { detail: 'high' } });
  const { queue, addRejections } = chat.composer;
  const [photo, setPhoto] = useState<File>();
  const url = useObjectUrl(photo);
  // One page at a time: a new photo takes the place of one that was not sent yet.
  const take = ([source]: readonly ImageSource[]): void => {
    if (!source) return;
    setPhoto(source.file);
    queue.clear();
    queue.addSources([source]);
  };
  const intake = { onImages: take, onRejections: addRejections };
  const { dropProps, isDropTarget } = useImageDrop(intake);
  const { inputProps, open } = useImagePicker({ ...intake, isMultiple: false });
  const ask = async (text: string): Promise<void> => {
    const outcome = await chat.send({ text, images: queue.parts });
    if (outcome.accepted) queue.clear();
  };
  const isPreparing = queue.isPreparing || chat.status !== 'ready';
  return (
    <FullPage>
      <div className="rc-split" style={{ gridRow: '1 / -1' }}>
        <aside className="rc-side" aria-label="Your page" {...dropProps}>
          <h1>Your page</h1>
          {url ? (
            <img className="rc-photo" src={url} alt="Your homework" />
          ) : (
            <div className="st-zone" data-over={isDropTarget || undefined}>
              Take a photo of the page, or drop one here
            </div>
          )}
          {/* On a phone this opens the camera. */}
          <input {...inputProps} capture="environment" />
          <button type="button" className="st-button" onClick={open}>
            {photo ? 'Another photo' : 'Take a photo'}
          </button>
          {!photo && (
            <SampleChips
              files={['homework.png']}
              onFile={(file) => {
                setPhoto(file);
                queue.add([{ file, name: file.name }]);
              }}
            />
          )}
          <div className="rc-quick">
            {prompts.map((prompt) => (
              <button
                key={prompt}
                type="button"
                className="st-button"
                disabled={!photo || isPreparing}
                onClick={() => void ask(prompt)}
              >
                {prompt}
              </button>
            ))}
          </div>
        </aside>
        <ImageChatView chat={chat} details={['high']} isPageWideDrop={false} />
      </div>
    </FullPage>
  );
}
