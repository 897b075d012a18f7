import { assembleMessages, prepareImage, toImagePart } from 'image-chat-kit/core';

export async function ask(files: readonly File[], text: string) {
  const model = 'gpt-5.6-terra';
  const prepared = await Promise.all(files.map((file) => prepareImage(file, { model })));
  return assembleMessages({
    text,
    images: prepared.map((image, index) => toImagePart(image, { id: `image-${index}` })),
    system: 'Answer in one sentence.',
    labels: true,
  });
}
