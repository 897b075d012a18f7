import { findRules } from '../models/find-rules.js';
import type { ModelImageRules } from '../models/types.js';
import { checkFiles } from './check-files.js';
import { checkImage } from './check-image.js';
import { checkParts, withoutForeignParts } from './check-parts.js';
import { checkTotals } from './check-totals.js';
import type { CheckedRequest } from './checked-request.js';
import { requestImages } from './request-images.js';
import type { ChatMessage, Problem, SentOptions, WireCapabilities } from './types.js';

/** What `checkRequest` needs to know about an endpoint. A `Connection` qualifies. */
export interface RequestTarget {
  model: string;
  /** @defaultValue what `findRules` returns for the model at this URL */
  rules?: ModelImageRules;
  /** The wire format, or its facts: `{ bytes, links, fileIds }`. Without it only the model is checked. */
  wire?: WireCapabilities;
  /** Absolute for a provider or a local server; relative for the app's own backend. */
  baseUrl?: string;
  /** Facts the app knows better than the kit's tables. */
  capabilities?: { vision?: boolean };
  options?: SentOptions;
}

/**
 * Returns everything an endpoint would refuse about a request, without using the network. It covers all
 * messages, since earlier images are sent again with each question. Nothing is changed; each problem names a
 * fix.
 *
 * @returns errors, which should stop the request, and warnings, which should not; problems of images are in
 * image order
 */
export function checkRequest(given: readonly ChatMessage[], target: RequestTarget): Problem[] {
  const shapes = checkParts(given);
  const request = checkedRequest(shapes.length === 0 ? given : withoutForeignParts(given), target);
  return [
    ...shapes,
    // A message with nothing else in it is not empty; it has to be rewritten.
    ...(shapes.length === 0 ? checkWords(request) : []),
    ...checkVision(request),
    ...request.images.flatMap((image) => checkImage(image, request)),
    ...checkFiles(request),
    ...checkTotals(request),
  ];
}

/** Returns a request with everything known about its destination. */
export function checkedRequest(
  messages: readonly ChatMessage[],
  target: RequestTarget,
): CheckedRequest {
  const { model, baseUrl, capabilities } = target;
  const rules = target.rules ?? findRules(model, baseUrl === undefined ? {} : { baseUrl });
  return {
    messages,
    images: requestImages(messages),
    model,
    rules,
    canSee: capabilities?.vision ?? rules.vision,
    isVisionGuessed: capabilities?.vision === undefined && rules.isGuessed === true,
    wire: target.wire,
    baseUrl,
  };
}

function checkVision({ canSee, isVisionGuessed, images, model }: CheckedRequest): Problem[] {
  if (canSee || images.length === 0) return [];
  const count = images.length === 1 ? 'the image' : `the ${images.length} images`;
  const isOld = images.some(({ isHistory }) => isHistory);
  const them = `${count} of this ${isOld ? 'chat' : 'message'}`;
  if (isVisionGuessed) {
    return [
      {
        code: 'no-vision',
        severity: 'warning',
        message: `By its name, ${model} reads text only, and it may refuse ${them}. Send anyway, or choose a model that can see.`,
        fix: 'switch-model',
      },
    ];
  }
  return [
    {
      code: 'no-vision',
      severity: 'error',
      message: `${model} reads text only and cannot see ${them}. Choose a model that can see, or send the text alone; the images stay where they are.`,
      fix: 'switch-model',
    },
  ];
}

/** Rejects empty user messages, including earlier ones. */
function checkWords({ messages }: CheckedRequest): Problem[] {
  const lastQuestion = messages.findLast(({ role }) => role === 'user');
  if (!lastQuestion) return [emptyMessage('There is no question yet.')];
  return messages
    .filter((message) => message.role === 'user' && isEmpty(message))
    .map(({ id }) =>
      id === lastQuestion.id
        ? { ...emptyMessage('The message is empty.'), messageId: id }
        : {
            code: 'empty-message',
            severity: 'error',
            message: 'An earlier message is empty, and endpoints refuse that. Remove it.',
            messageId: id,
            fix: 'remove',
          },
    );
}

function emptyMessage(what: string): Problem {
  return {
    code: 'empty-message',
    severity: 'error',
    message: `${what} Write something, or add an image.`,
    fix: 'write-text',
  };
}

function isEmpty({ parts }: ChatMessage): boolean {
  return parts.every((part) => part.type === 'text' && part.text.trim() === '');
}
