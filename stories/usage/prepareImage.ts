import { prepareImage } from 'image-chat-kit/core';

export async function prepare(file: File, signal: AbortSignal): Promise<Blob> {
  const { blob, width, height, tokens } = await prepareImage(file, {
    model: 'gpt-5.6-terra',
    detail: 'high',
    signal,
    onProgress: ({ stage, fraction }) => console.log(stage, fraction),
  });
  console.log(`${width} × ${height} px, ${blob.size} bytes, ${tokens} tokens`);
  return blob;
}
