/**
 * Photo-like images for machines without photographs: clouds of detail at every scale, as in nature, coloured
 * gradients, sharp edges, and the grain of a sensor, so that a JPEG of them holds about as many bits per pixel (2.2) as
 * one from a phone. The same in every run.
 */
import sharp from 'sharp';
import { randomNumbers } from './statistics.ts';

const OCTAVES = 7;
/** Colour changes less than brightness does. */
const COLOR_SHARE = 0.3;
const GRAIN_TILE_PX = 509;
const JPEG_QUALITY = 93;

/** Smooth noise of one scale, added to the scene: random values at the corners of cells, blended between. */
function addOctave(scene: Float32Array, width: number, cellPx: number, gain: number, seed: number) {
  const random = randomNumbers(seed);
  const height = scene.length / 3 / width;
  const columns = Math.ceil(width / cellPx) + 2;
  const corners = Float32Array.from(
    { length: columns * (Math.ceil(height / cellPx) + 2) * 3 },
    (_, index) => (random() - 0.5) * 2 * gain * (index % 3 === 0 ? 1 : COLOR_SHARE),
  );
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor(y / cellPx);
    const down = y / cellPx - row;
    for (let x = 0; x < width; x += 1) {
      const column = Math.floor(x / cellPx);
      const right = x / cellPx - column;
      const top = (row * columns + column) * 3;
      const bottom = top + columns * 3;
      const blend = (part: number) => {
        const above =
          (corners[top + part] ?? 0) * (1 - right) + (corners[top + part + 3] ?? 0) * right;
        const below =
          (corners[bottom + part] ?? 0) * (1 - right) + (corners[bottom + part + 3] ?? 0) * right;
        return above * (1 - down) + below * down;
      };
      const at = (y * width + x) * 3;
      const brightness = blend(0);
      scene[at] = (scene[at] ?? 0) + brightness + blend(1);
      scene[at + 1] = (scene[at + 1] ?? 0) + brightness;
      scene[at + 2] = (scene[at + 2] ?? 0) + brightness + blend(2);
    }
  }
}

/** Roofs, wires and leaves: what has edges in a photograph. */
function shapes(width: number, height: number, seed: number): Buffer {
  const random = randomNumbers(seed);
  const color = () =>
    `hsl(${Math.round(random() * 360)} ${Math.round(random() * 50)}% ${Math.round(random() * 80 + 10)}%)`;
  const parts = Array.from({ length: 160 }, (_, index) => {
    const [x, y] = [random() * width, random() * height];
    const size = (random() ** 3 * 0.16 + 0.004) * width;
    if (index % 3 === 0) return `<circle cx="${x}" cy="${y}" r="${size / 2}" fill="${color()}"/>`;
    if (index % 3 === 1) {
      const turn = Math.round(random() * 90);
      return `<rect x="${x}" y="${y}" width="${size}" height="${size * random()}" fill="${color()}" transform="rotate(${turn} ${x} ${y})"/>`;
    }
    const [endX, endY] = [x + (random() - 0.5) * size * 4, y + (random() - 0.5) * size * 4];
    return `<path d="M${x} ${y}L${endX} ${endY}" stroke="${color()}" stroke-width="${width / 900}"/>`;
  });
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${parts.join('')}</svg>`,
  );
}

/** Adds the grain in place: a tile of noise, repeated at a period that no block size divides. */
function addGrain(pixels: Buffer, width: number, strength: number) {
  const random = randomNumbers(7);
  const tile = Int8Array.from({ length: GRAIN_TILE_PX ** 2 }, () =>
    Math.round((random() + random() + random() - 1.5) * strength),
  );
  const height = pixels.length / 3 / width;
  for (let y = 0; y < height; y += 1) {
    const tileRow = (y % GRAIN_TILE_PX) * GRAIN_TILE_PX;
    for (let x = 0; x < width; x += 1) {
      const grain = tile[tileRow + ((x + y) % GRAIN_TILE_PX)] ?? 0;
      const at = (y * width + x) * 3;
      for (let channel = at; channel < at + 3; channel += 1) {
        pixels[channel] = Math.max(0, Math.min(255, (pixels[channel] ?? 0) + grain));
      }
    }
  }
}

/** Writes a 4:3 JPEG of so many megapixels. */
export async function makePhoto(path: string, megapixels: number, seed: number): Promise<void> {
  const height = Math.round(Math.sqrt((megapixels * 1e6 * 3) / 4) / 24) * 24;
  const width = (height / 3) * 4;
  const sceneWidth = Math.round(width / 2);
  const sceneHeight = Math.round(height / 2);
  const scene = new Float32Array(sceneWidth * sceneHeight * 3).fill(120);
  for (let octave = 0; octave < OCTAVES; octave += 1) {
    const cellPx = Math.max(1.5, sceneWidth / 4 / 3.2 ** octave);
    addOctave(scene, sceneWidth, cellPx, 70 / 1.42 ** octave, seed + octave);
  }
  const { data } = await sharp(Uint8ClampedArray.from(scene), {
    raw: { width: sceneWidth, height: sceneHeight, channels: 3 },
  })
    .resize(width, height, { kernel: 'cubic' })
    .composite([{ input: shapes(width, height, seed), blend: 'over' }])
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  addGrain(data, width, 8);
  await sharp(data, { raw: { width, height, channels: 3 }, limitInputPixels: false })
    .jpeg({ quality: JPEG_QUALITY, chromaSubsampling: '4:2:0' })
    .toFile(path);
}
