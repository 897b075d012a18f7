import type { Scenario } from './measure/scenario.ts';
import { appSize } from './scenarios/app-size.ts';
import { decodeSize } from './scenarios/decode-size.ts';
import { batch } from './scenarios/batch.ts';
import { chatStream } from './scenarios/chat-stream.ts';
import { dropPhotos } from './scenarios/drop-photos.ts';
import { dropVideo } from './scenarios/drop-video.ts';
import { mountCycles } from './scenarios/mount-cycles.ts';
import { firefox } from './scenarios/firefox.ts';
import { longAnswer, tableStream } from './scenarios/long-answers.ts';
import { longConversation, longestConversation } from './scenarios/long-conversation.ts';
import { manyPhotos } from './scenarios/many-photos.ts';
import { memory } from './scenarios/memory.ts';
import { pdf } from './scenarios/pdf.ts';
import { requestBody } from './scenarios/request-body.ts';
import { send } from './scenarios/send.ts';
import { sharpness } from './scenarios/sharpness.ts';
import { singlePhotoScenarios } from './scenarios/single-photo.ts';
import { sse } from './scenarios/sse.ts';

/** In the order they are run and reported. */
export const scenarios: readonly Scenario[] = [
  ...singlePhotoScenarios,
  manyPhotos,
  sharpness,
  decodeSize,
  memory,
  firefox,
  requestBody,
  sse,
  send,
  batch,
  chatStream,
  longAnswer,
  tableStream,
  longConversation,
  longestConversation,
  mountCycles,
  dropPhotos,
  pdf,
  dropVideo,
  appSize,
];
