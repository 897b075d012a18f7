import { labelQuestions, tokenCost } from '../chat/index.js';
import {
  assembleMessages,
  checkImageLink,
  checkRequest,
  countMessageImageTokens,
  pruneImages,
  requestTotals,
} from '../messages/index.js';
import type { ChatMessage, Problem, RequestTarget } from '../messages/index.js';
import { findRules } from '../models/index.js';
import { isMendable } from './mendable.js';
import type { ImageMessage, ImageMessageOptions } from './types.js';

/** What a message is made of, without what goes into the sum of its bytes. */
export type AssembledMessage = Pick<
  ImageMessage,
  'messages' | 'imageTokens' | 'requestImageTokens' | 'problems' | 'totals' | 'cost' | 'checkLink'
>;

/** Text, pictures and what was said before as the messages of one request, with their price and their problems. */
export function messageOf(options: ImageMessageOptions): AssembledMessage {
  const { model, text, images, history = [], system, baseUrl } = options;
  const { wire, capabilities, imageHistory, price, labels = false, altTexts = false } = options;
  const rules = options.rules ?? findRules(model, baseUrl === undefined ? {} : { baseUrl });
  const assembled = assembleMessages({
    text,
    images,
    history: labelQuestions(history, { labels, altTexts }),
    labels,
    altTexts,
    ...(system !== undefined && { system }),
  });
  const messages = imageHistory ? pruneImages(assembled, imageHistory) : assembled;
  const target: RequestTarget = {
    model,
    rules,
    ...(wire !== undefined && { wire }),
    ...(baseUrl !== undefined && { baseUrl }),
    ...(capabilities && { capabilities }),
  };
  const problems = checkRequest(messages, target);
  const totals = requestTotals(messages, rules);
  return {
    messages,
    imageTokens: countMessageImageTokens([{ id: 'new', role: 'user', parts: images }], rules),
    requestImageTokens: countMessageImageTokens(messages, rules),
    problems: shownProblems(problems, messages, options),
    totals,
    checkLink: (url) => checkImageLink(url, target),
    ...(price && { cost: tokenCost({ inputTokens: totals.tokens.value }, price) }),
  };
}

/** Nobody needs to be told that they have not written yet, and what is mended on the way is no more than a warning. */
function shownProblems(
  problems: readonly Problem[],
  messages: readonly ChatMessage[],
  { mendsOnSend = false, uploadsOnSend = false }: ImageMessageOptions,
): readonly Problem[] {
  const newId = messages.at(-1)?.id;
  return problems
    .filter(({ code, messageId }) => code !== 'empty-message' || messageId !== newId)
    .map((problem) => {
      const isMended =
        (mendsOnSend && isMendable(problem, messages)) ||
        (uploadsOnSend && problem.fix === 'upload');
      return isMended
        ? { ...problem, severity: 'warning' as const, isMendedOnSend: true }
        : problem;
    });
}
