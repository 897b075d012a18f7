import type { ReactElement } from 'react';
import { collectImages, ImageChatView, type UseImageChatResult } from '../../src/index.js';
import { loadSample } from './samples.js';
import { FullPage } from './Sheet.js';

interface QuestionPageProps {
  chat: UseImageChatResult;
  /** What the button writes, about an image of four fruits and a mirrored sphere. */
  question: string;
}

/** A page with a chat, and a button that writes a question with an image. */
export function QuestionPage({ chat, question }: QuestionPageProps): ReactElement {
  const write = async (): Promise<void> => {
    const { images } = await collectImages([await loadSample('still-life.jpg')], { from: 'code' });
    chat.composer.queue.addSources(images);
    chat.composer.setText(question);
  };
  return (
    <FullPage>
      <div className="st-bar-top">
        <button type="button" className="st-button" onClick={() => void write()}>
          Write a question
        </button>
      </div>
      <ImageChatView chat={chat} className="st-fill" />
    </FullPage>
  );
}
