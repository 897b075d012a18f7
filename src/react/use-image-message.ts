import { useMemo } from 'react';
import { labelQuestions } from '../chat/index.js';
import {
  assembleMessages,
  checkRequest,
  countMessageImageTokens,
  pruneImages,
} from '../messages/index.js';
import type { ChatMessage, ImagePart, PruneOptions } from '../messages/index.js';
import { findRules } from '../models/index.js';
import { isMendable } from './mendable.js';
import type { ImageMessage, ImageMessageOptions } from './types.js';

const NO_HISTORY: readonly ChatMessage[] = [];

/**
 * Assembles text, pictures and what was said before into the messages of one request, and tells what they cost and what
 * an endpoint would refuse. Made for any client of the app's own; `useImageChat` uses it too.
 */
export function useImageMessage(options: ImageMessageOptions): ImageMessage {
  const { model, text, images, history = NO_HISTORY, system, labels = false, baseUrl } = options;
  const { rules: givenRules, capabilities, mendsOnSend = false, uploadsOnSend = false } = options;
  const imageHistory = useSamePruning(options.imageHistory);
  const wire = typeof options.wire === 'object' ? options.wire.name : options.wire;
  const vision = capabilities?.vision;

  const rules = useMemo(
    () => givenRules ?? findRules(model, baseUrl === undefined ? {} : { baseUrl }),
    [givenRules, model, baseUrl],
  );
  const messages = useMemo(() => {
    const assembled = assembleMessages({
      text,
      images,
      history: labelQuestions(history, { labels }),
      labels,
      ...(system !== undefined && { system }),
    });
    return imageHistory ? pruneImages(assembled, imageHistory) : assembled;
  }, [text, images, history, system, labels, imageHistory]);
  const problems = useMemo(() => {
    const found = checkRequest(messages, {
      model,
      rules,
      ...(wire !== undefined && { wire }),
      ...(baseUrl !== undefined && { baseUrl }),
      ...(vision !== undefined && { capabilities: { vision } }),
    });
    // Nobody needs to be told that they have not written yet.
    const newId = messages.at(-1)?.id;
    const telling = found.filter(
      ({ code, messageId }) => code !== 'empty-message' || messageId !== newId,
    );
    return telling.map((problem) => {
      const isMended =
        (mendsOnSend && isMendable(problem, messages)) ||
        (uploadsOnSend && problem.fix === 'upload');
      return isMended
        ? { ...problem, severity: 'warning' as const, isMendedOnSend: true }
        : problem;
    });
  }, [messages, model, rules, wire, baseUrl, vision, mendsOnSend, uploadsOnSend]);
  const imageTokens = useMemo(
    () => countMessageImageTokens([{ id: 'new', role: 'user', parts: images }], rules),
    [images, rules],
  );
  const requestImageTokens = useMemo(
    () => countMessageImageTokens(messages, rules),
    [messages, rules],
  );
  const hasContent = text.trim() !== '' || images.length > 0;

  return {
    messages,
    imageTokens,
    requestImageTokens,
    imageBytes: useMemo(() => sumBytes(images), [images]),
    problems,
    canSend: hasContent && problems.every(({ severity }) => severity !== 'error'),
  };
}

/** Options written in place are a new object with each render. */
function useSamePruning(options: PruneOptions | undefined): PruneOptions | undefined {
  const { keepTurns, stepTurns, older, lower } = options ?? {};
  return useMemo(
    () =>
      keepTurns === undefined || older === undefined
        ? undefined
        : {
            keepTurns,
            older,
            ...(stepTurns !== undefined && { stepTurns }),
            ...(lower && { lower }),
          },
    [keepTurns, stepTurns, older, lower],
  );
}

function sumBytes(images: readonly ImagePart[]): number {
  return images.reduce((sum, { data }) => sum + (data.kind === 'bytes' ? data.bytes.size : 0), 0);
}
