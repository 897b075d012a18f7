import { useMemo } from 'react';
import { labelQuestions } from '../chat/index.js';
import { assembleMessages, checkRequest, countMessageImageTokens } from '../messages/index.js';
import type { ChatMessage, ImagePart } from '../messages/index.js';
import { findRules } from '../models/index.js';
import type { ImageMessage, ImageMessageOptions } from './types.js';

const NO_HISTORY: readonly ChatMessage[] = [];

/**
 * Assembles text, pictures and what was said before into the messages of one request, and tells what they cost and what
 * an endpoint would refuse. Made for any client of the app's own; `useImageChat` uses it too.
 */
export function useImageMessage(options: ImageMessageOptions): ImageMessage {
  const { model, text, images, history = NO_HISTORY, system, labels = false, baseUrl } = options;
  const { rules: givenRules, capabilities } = options;
  const wire = typeof options.wire === 'object' ? options.wire.name : options.wire;
  const vision = capabilities?.vision;

  const rules = useMemo(
    () => givenRules ?? findRules(model, baseUrl === undefined ? {} : { baseUrl }),
    [givenRules, model, baseUrl],
  );
  const messages = useMemo(
    () =>
      assembleMessages({
        text,
        images,
        history: labels ? labelQuestions(history) : history,
        labels,
        ...(system !== undefined && { system }),
      }),
    [text, images, history, system, labels],
  );
  const problems = useMemo(
    () =>
      checkRequest(messages, {
        model,
        rules,
        ...(wire !== undefined && { wire }),
        ...(baseUrl !== undefined && { baseUrl }),
        ...(vision !== undefined && { capabilities: { vision } }),
      }),
    [messages, model, rules, wire, baseUrl, vision],
  );
  const historyTokens = useMemo(() => countMessageImageTokens(history, rules), [history, rules]);
  const imageTokens = useMemo(
    () => countMessageImageTokens([{ id: 'new', role: 'user', parts: images }], rules),
    [images, rules],
  );
  const hasContent = text.trim() !== '' || images.length > 0;

  return {
    messages,
    imageTokens,
    requestImageTokens: historyTokens + imageTokens,
    imageBytes: useMemo(() => sumBytes(images), [images]),
    problems,
    canSend: hasContent && problems.every(({ severity }) => severity !== 'error'),
  };
}

function sumBytes(images: readonly ImagePart[]): number {
  return images.reduce((sum, { data }) => sum + (data.kind === 'bytes' ? data.bytes.size : 0), 0);
}
