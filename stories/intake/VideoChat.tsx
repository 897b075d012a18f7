import type { ReactElement } from 'react';
import { type Connection, ImageChat } from '../../src/index.js';
import { videoFrames } from '../../src/video.js';

const intake = { fileSources: [videoFrames({ animatedImages: true })] };

export function VideoChat({ connection }: { connection: Connection }): ReactElement {
  return <ImageChat connection={connection} intake={intake} />;
}
