import { useEffect, useState } from 'react';
import { collectImages, type UseImageChatResult } from '../../src/index.js';
import { loadSample, type SampleFile } from '../shared/samples.js';

/**
 * Asks a question about a sample with one press: the image is added and made to fit in the composer, as any other, and both are
 * sent once it is ready. What already stands in the composer stays there, and nothing is sent.
 */
export function useAsk({
  text,
  setText,
  queue,
  files,
  canSend,
  submit,
}: UseImageChatResult['composer']): (file: SampleFile, question: string) => Promise<void> {
  const [asked, setAsked] = useState<string>();
  const isEmpty = text.trim() === '' && queue.items.length === 0 && !files?.parts.length;
  const isReady = queue.totals.ready > 0 && !queue.isPreparing && canSend;
  const isOver = asked !== undefined && (text !== asked || queue.totals.failed > 0);
  useEffect(() => {
    if (asked === undefined || (!isReady && !isOver)) return;
    const send = async (): Promise<void> => {
      setAsked(undefined);
      if (!isOver) await submit();
    };
    void send();
  }, [asked, isReady, isOver, submit]);
  return async (file, question) => {
    const { images } = await collectImages([await loadSample(file)], { from: 'code' });
    queue.addSources(images);
    if (!isEmpty) return;
    setText(question);
    setAsked(question);
  };
}
