import {
  assembleMessages,
  type ChatMessage,
  type ImageContent,
  type ImageDetail,
  type ImagePart,
} from '../../src/index.js';
import { loadSample, type SampleFile } from '../shared/samples.js';

const sources: readonly { file: SampleFile; mediaType: ImagePart['mediaType'] }[] = [
  { file: 'chart.png', mediaType: 'image/png' },
  { file: 'receipt.png', mediaType: 'image/png' },
];

async function dataOf(file: SampleFile, kind: ImageContent['kind']): Promise<ImageContent> {
  switch (kind) {
    case 'bytes':
      return { kind, bytes: await loadSample(file) };
    case 'url':
      return { kind, url: `https://pictures.example/${file}` };
    default:
      return { kind, fileId: `file-${file.replace(/\W/g, '-')}` };
  }
}

/** A conversation with two images, carried as bytes, links or file ids. */
export async function exampleConversation(
  kind: ImageContent['kind'],
  details: readonly [ImageDetail, ImageDetail],
): Promise<ChatMessage[]> {
  const images = await Promise.all(
    sources.map(async ({ file, mediaType }, index): Promise<ImagePart> => ({
      type: 'image',
      id: file,
      name: file,
      data: await dataOf(file, kind),
      mediaType,
      detail: details[index] ?? 'high',
    })),
  );
  return assembleMessages({
    system: 'Answer in one sentence.',
    text: 'Does the receipt belong to the month in the chart?',
    images,
    labels: true,
  });
}
