import { KitError, readImageInfo } from 'image-chat-kit/core';

export async function describe(file: File): Promise<string> {
  try {
    const { mediaType, width, height, orientation } = await readImageInfo(file);
    return `${mediaType}, ${width} × ${height} px, orientation ${orientation}`;
  } catch (error) {
    if (KitError.is(error)) return `${error.code}: ${error.message}`;
    throw error;
  }
}
