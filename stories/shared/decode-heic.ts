import type { DecodeHeic } from '../../src/index.js';

/** Reads HEIC where the browser cannot. The decoder loads with the first HEIC file and works in a worker of its own. */
export const decodeHeic: DecodeHeic = async (file) => {
  const { heicTo } = await import('heic-to');
  return heicTo({ blob: file, type: 'bitmap' });
};
