import { questionEntry } from '../chat/conversation.js';
import { tokenCost } from '../chat/token-cost.js';
import { createId } from '../internal/create-id.js';
import { checkImageLink } from '../messages/check-image-link.js';
import { countMessageImageTokens } from '../messages/count-tokens.js';
import { requestTotals } from '../messages/request-totals.js';
import { withSystem } from '../messages/with-system.js';
import type { Problem } from '../messages/types.js';
import { isFixable } from './fixable.js';
import { planRequest, type RequestPlan } from './plan-request.js';
import { rulesOf } from './rules-of.js';
import type { ImageMessage, ImageMessageOptions } from './types.js';

/** A message without the fields that depend on its images alone, and with the images that still have to be resized. */
export type PreviewedMessage = Omit<ImageMessage, 'imageBytes' | 'canSend'> &
  Pick<RequestPlan, 'pending'>;

/** Returns text, images and history as the messages of one request, with their price and their problems. */
export function previewRequest(options: ImageMessageOptions): PreviewedMessage {
  const { text, images, files = [], history = [], system, price, labels = false } = options;
  const rules = rulesOf(options);
  const target = { ...options, rules };
  const { message: question } = questionEntry(createId(), { text, images, files });
  const plan = planRequest(withSystem([...history, question], system), {
    ...options,
    target,
    labels,
  });
  const { messages, pending, undescribed } = plan;
  const isPriced = price !== undefined && undescribed.length === 0;
  const totals = requestTotals(messages, rules);
  return {
    messages,
    pending,
    imageTokens: countMessageImageTokens(messages.slice(-1), rules),
    requestImageTokens: countMessageImageTokens(messages, rules),
    problems: shownProblems(plan, options),
    totals,
    checkLink: (url) => checkImageLink(url, target),
    ...(undescribed.length > 0 && { undescribedIds: new Set(undescribed.map(({ id }) => id)) }),
    ...(isPriced && { cost: tokenCost({ inputTokens: totals.tokens.value }, price) }),
  };
}

/** Returns the problems to show: not that the draft is empty, and what is fixed on Send only as a warning. */
function shownProblems(
  { messages, problems, fixed, undescribed }: RequestPlan,
  { fixesOnSend = false, uploadsOnSend = false, model }: ImageMessageOptions,
): readonly Problem[] {
  const newId = messages.at(-1)?.id;
  const shown = problems
    .filter(({ code, messageId }) => code !== 'empty-message' || messageId !== newId)
    .map((problem) => {
      const isFixed =
        (fixesOnSend && isFixable(problem, messages)) ||
        (uploadsOnSend && problem.fix === 'upload');
      return isFixed ? fixedOnSend(problem) : problem;
    });
  const described = undescribed.length > 0 ? [describedOnSend(undescribed.length, model)] : [];
  return [...described, ...fixed.map(fixedOnSend), ...shown];
}

function describedOnSend(count: number, model: string): Problem {
  const [images, descriptions] =
    count === 1
      ? ['The image', 'its description sent in its place']
      : [`${count} images`, 'their descriptions sent in their place'];
  return fixedOnSend({
    code: 'no-vision',
    severity: 'warning',
    message: `${model} reads text only. ${images} will be described by another model, and ${descriptions}. The price is known afterwards.`,
    fix: 'switch-model',
  });
}

function fixedOnSend(problem: Problem): Problem {
  return { ...problem, severity: 'warning', isFixedOnSend: true };
}
