import { imagesOf } from '../messages/change-images.js';
import { createDescriptions } from '../messages/describe-images.js';
import { estimateRequestTokens } from '../messages/estimate-tokens.js';
import { thinOutImages } from '../messages/prune-history.js';
import type { ChatMessage } from '../messages/types.js';
import { findRules } from '../models/find-rules.js';
import type { ModelImageRules } from '../models/types.js';
import { createLazyModule } from '../internal/lazy-module.js';
import type { createObjectReader, ObjectReader } from '../objects/create-object-reader.js';
import { messagesToContinue } from './continue-answer.js';
import { withResolvedUrls } from '../messages/image-urls.js';
import { holdAnswer } from './hold-answer.js';
import { joinDeltas } from './join-deltas.js';
import { reduceEvent, restartAnswer } from './reduce-event.js';
import { answerSize, cancelAnswer } from './resume-answer.js';
import { runTurn } from './run-turn.js';
import type { ChatEntry, Connection, SendOutcome, TurnStore } from './types.js';
import { withWarnings } from './warnings.js';

/** One question in flight. At most one exists; events of any other are late, and dropped. */
export interface Turn {
  connection: Connection;
  answerId: string;
  questionId: string | undefined;
  /** The conversation to restore if the server never accepts the question. */
  entriesBefore: readonly ChatEntry[];
  /** The value of `beforeRemoval` at that moment. */
  beforeRemoval?: readonly ChatEntry[];
  controller: AbortController;
  isAccepted: boolean;
  /** Id by which the answer can be read again. */
  resumeId?: string;
  /** Allows other tabs to read the answer again. */
  letGo?: (() => void) | undefined;
  /** Estimated tokens of its request, before correction. */
  estimatedTokens?: number | undefined;
  /** Ends the wait for the next attempt. */
  tryNow?: (() => void) | undefined;
  settle: (outcome: SendOutcome) => void;
  /** Reads the object of the answer, if it was asked for one. */
  objects?: ObjectReader | undefined;
}

/** Replaces the images of a request by their descriptions if the model only reads text. */
async function describeForModel(
  messages: readonly ChatMessage[],
  connection: Connection,
  signal: AbortSignal,
  { describeImages, updateImages }: TurnStore,
): Promise<readonly ChatMessage[]> {
  if (!describeImages || rulesOf(connection).vision) return messages;
  const descriptions = createDescriptions(describeImages);
  const missing = imagesOf(messages).filter((image) => descriptions.of(image) === undefined);
  if (missing.length > 0) await descriptions.make(missing, signal, updateImages);
  return thinOutImages(messages, { descriptionOf: descriptions.of });
}

function rulesOf({ model, baseUrl, capabilities, rules }: Connection): ModelImageRules {
  return { ...(rules ?? findRules(model, { baseUrl })), ...capabilities };
}

/** Returns the tokens of a request by the model's rules, or `undefined` if the size of an image is unknown. */
function estimateInputTokens(
  messages: readonly ChatMessage[],
  connection: Connection,
): number | undefined {
  const { tokens, uncountedImages } = estimateRequestTokens(messages, rulesOf(connection));
  return uncountedImages === 0 ? tokens : undefined;
}

const objectReader = createLazyModule(() => import('../objects/create-object-reader.js'));

/** Loads the code that reads objects, which a question without a schema does without. */
async function openObjectReader(
  schema: Parameters<typeof createObjectReader>[0],
): Promise<ObjectReader> {
  return (await objectReader.load()).createObjectReader(schema);
}

/** What a turn needs from Send to the end of its answer. */
export const turnSteps = {
  runTurn,
  joinDeltas,
  reduceEvent,
  restartAnswer,
  answerSize,
  cancelAnswer,
  holdAnswer,
  messagesToContinue,
  describeForModel,
  estimateInputTokens,
  withResolvedUrls,
  withWarnings,
  openObjectReader,
};

export type TurnSteps = typeof turnSteps;
