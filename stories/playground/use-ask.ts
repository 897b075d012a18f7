import { useEffect, useState } from 'react';
import { collectImages, type UseImageChatResult } from '../../src/index.js';
import { loadSample, type SampleFile } from '../shared/samples.js';

/**
 * Asks a question with one press. The image of a sample is added and made to fit in the composer, as any other, and both are
 * sent once it is ready. What already stands in the composer stays there, and nothing is sent.
 */
export function useAsk({
  text,
  setText,
  queue,
  files,
  canSend,
  submit,
}: UseImageChatResult['composer']): (question: string, file?: SampleFile) => Promise<void> {
  const [asked, setAsked] = useState<string>();
  const [hasImage, setHasImage] = useState(false);
  const isEmpty = text.trim() === '' && queue.items.length === 0 && !files?.parts.length;
  const isReady = (!hasImage || queue.totals.ready > 0) && !queue.isPreparing && canSend;
  const isOver = asked !== undefined && (text !== asked || queue.totals.failed > 0);
  useEffect(() => {
    if (asked === undefined || (!isReady && !isOver)) return;
    const send = async (): Promise<void> => {
      setAsked(undefined);
      if (!isOver) await submit();
    };
    void send();
  }, [asked, isReady, isOver, submit]);
  return async (question, file) => {
    if (file) {
      const { images } = await collectImages([await loadSample(file)], { from: 'code' });
      queue.addSources(images);
    }
    if (!isEmpty) return;
    setHasImage(file !== undefined);
    setText(question);
    setAsked(question);
  };
}
