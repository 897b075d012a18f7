/**
 * Makes small videos in the browser: each frame carries its own number as black and white blocks, which
 * `readFrameNumber` reads back from an image of it.
 */
export interface VideoRecipe {
  frames: number;
  framesPerSecond?: number;
  width?: number;
  height?: number;
  /** How players turn the stored image, clockwise. */
  rotation?: 0 | 90 | 180 | 270;
  /** Whether frames carry their number. @defaultValue true */
  isNumbered?: boolean;
  /** Paints the background of a frame. @defaultValue grey */
  paint?: (context: OffscreenCanvasRenderingContext2D, frame: number) => void;
  /** Four letters that name the codec, in place of the true ones. */
  codec?: string;
}

const BITS = 12;
const TIMESCALE = 90_000;

const size = ({ width = 192, height = 96 }: VideoRecipe) => ({ width, height });

/** Red at the top left, green at the top right, blue at the bottom left; the number along the middle. */
function paintFrame(
  context: OffscreenCanvasRenderingContext2D,
  frame: number,
  recipe: VideoRecipe,
): void {
  const { width, height } = size(recipe);
  context.fillStyle = '#808080';
  context.fillRect(0, 0, width, height);
  recipe.paint?.(context, frame);
  if (recipe.isNumbered === false) return;
  const corner = height / 4;
  const corners = [
    ['#f00', 0, 0],
    ['#0f0', width - corner, 0],
    ['#00f', 0, height - corner],
  ] as const;
  for (const [colour, x, y] of corners) {
    context.fillStyle = colour;
    context.fillRect(x, y, corner, corner);
  }
  const block = width / BITS;
  for (let bit = 0; bit < BITS; bit += 1) {
    context.fillStyle = (frame >> bit) & 1 ? '#fff' : '#000';
    context.fillRect(bit * block, height * 0.375, block, height * 0.25);
  }
}

/** Returns the number of a frame, drawn upright in an image of any size. */
export async function readFrameNumber(image: Blob): Promise<number> {
  const { data, width, height } = await readImage(image);
  let number = 0;
  for (let bit = 0; bit < BITS; bit += 1) {
    const x = Math.floor(((bit + 0.5) * width) / BITS);
    const at = (Math.floor(height / 2) * width + x) * 4;
    if ((data[at + 1] ?? 0) > 128) number |= 1 << bit;
  }
  return number;
}

/** Returns the pixels of an image, upright. */
export async function readImage(image: Blob): Promise<ImageData> {
  const bitmap = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('No canvas.');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

interface Sample {
  bytes: Uint8Array;
  isKey: boolean;
}

async function encode(recipe: VideoRecipe): Promise<Sample[]> {
  const { width, height } = size(recipe);
  const { frames, framesPerSecond = 25 } = recipe;
  const samples: Sample[] = [];
  let failure: unknown;
  const encoder = new VideoEncoder({
    output(chunk) {
      const bytes = new Uint8Array(chunk.byteLength);
      chunk.copyTo(bytes);
      samples.push({ bytes, isKey: chunk.type === 'key' });
    },
    error(error) {
      failure = error;
    },
  });
  encoder.configure({
    codec: 'vp09.00.10.08',
    width,
    height,
    bitrate: 400_000,
    framerate: framesPerSecond,
    latencyMode: 'realtime',
  });
  const context = new OffscreenCanvas(width, height).getContext('2d');
  if (!context) throw new Error('No canvas.');
  for (let frame = 0; frame < frames; frame += 1) {
    paintFrame(context, frame, recipe);
    const timestamp = Math.round((frame * 1e6) / framesPerSecond);
    const videoFrame = new VideoFrame(context.canvas, { timestamp });
    encoder.encode(videoFrame, { keyFrame: frame % (2 * framesPerSecond) === 0 });
    videoFrame.close();
    if (encoder.encodeQueueSize > 20) {
      await new Promise((resolve) => {
        encoder.addEventListener('dequeue', resolve, { once: true });
      });
    }
  }
  await encoder.flush();
  encoder.close();
  if (failure) throw failure;
  return samples;
}

const letters = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));
const u16 = (value: number): number[] => [(value >> 8) & 255, value & 255];
const u32 = (value: number): number[] => [...u16(value >>> 16), ...u16(value & 0xffff)];
const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

function box(type: string, ...parts: ReadonlyArray<readonly number[]>): number[] {
  const body = parts.flat();
  return [...u32(body.length + 8), ...letters(type), ...body];
}

const FIXED_ONE = 0x10000;
const PERSPECTIVE_ONE = 0x40000000;

function matrixOf(rotation: number, width: number, height: number): number[] {
  const turns: Record<number, readonly number[]> = {
    0: [1, 0, 0, 1, 0, 0],
    90: [0, 1, -1, 0, height, 0],
    180: [-1, 0, 0, -1, width, height],
    270: [0, -1, 1, 0, 0, width],
  };
  const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = turns[rotation] ?? [];
  const rows = [a, b, 0, c, d, 0, x, y];
  return [...rows.flatMap((value) => u32(value * FIXED_ONE)), ...u32(PERSPECTIVE_ONE)];
}

/** Writes an MP4 file around encoded frames: one track, one chunk. */
function mux(samples: readonly Sample[], recipe: VideoRecipe): File {
  const { width, height } = size(recipe);
  const { framesPerSecond = 25, rotation = 0, codec = 'vp09' } = recipe;
  const delta = TIMESCALE / framesPerSecond;
  const duration = samples.length * delta;
  const ftyp = box('ftyp', letters('isom'), u32(512), letters('isomiso2mp41'));
  const head = (offset: number): number[] => {
    const sampleEntry = box(
      codec,
      zeros(6),
      u16(1),
      zeros(16),
      u16(width),
      u16(height),
      u32(0x480000),
      u32(0x480000),
      zeros(4),
      u16(1),
      zeros(32),
      u16(24),
      u16(0xffff),
      box('vpcC', [1, 0, 0, 0], [0, 10, 0x82, 2, 2, 2], u16(0)),
    );
    const keys = samples.flatMap(({ isKey }, index) => (isKey ? [index + 1] : []));
    const tables = [
      box('stsd', u32(0), u32(1), sampleEntry),
      box('stts', u32(0), u32(1), u32(samples.length), u32(delta)),
      box('stss', u32(0), u32(keys.length), keys.flatMap(u32)),
      box('stsc', u32(0), u32(1), u32(1), u32(samples.length), u32(1)),
      box(
        'stsz',
        u32(0),
        u32(0),
        u32(samples.length),
        samples.flatMap(({ bytes }) => u32(bytes.length)),
      ),
      box('stco', u32(0), u32(1), u32(offset)),
    ];
    const dinf = box('dinf', box('dref', u32(0), u32(1), box('url ', u32(1))));
    const minf = box('minf', box('vmhd', u32(1), zeros(8)), dinf, box('stbl', ...tables));
    const mdhd = box('mdhd', u32(0), zeros(8), u32(TIMESCALE), u32(duration), u16(0x55c4), u16(0));
    const hdlr = box('hdlr', u32(0), zeros(4), letters('vide'), zeros(12), letters('Video\0'));
    const matrix = matrixOf(rotation, width, height);
    const tkhd = box(
      'tkhd',
      u32(3),
      zeros(8),
      u32(1),
      zeros(4),
      u32(duration),
      zeros(16),
      matrix,
      u32(width * FIXED_ONE),
      u32(height * FIXED_ONE),
    );
    const mvhd = box(
      'mvhd',
      u32(0),
      zeros(8),
      u32(TIMESCALE),
      u32(duration),
      u32(FIXED_ONE),
      u16(0x100),
      zeros(10),
      matrixOf(0, 0, 0),
      zeros(24),
      u32(2),
    );
    return [...ftyp, ...box('moov', mvhd, box('trak', tkhd, box('mdia', mdhd, hdlr, minf)))];
  };
  const offset = head(0).length + 8;
  const mediaBytes = samples.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const parts = [
    new Uint8Array(head(offset)),
    new Uint8Array([...u32(mediaBytes + 8), ...letters('mdat')]),
    ...samples.map(({ bytes }) => bytes as Uint8Array<ArrayBuffer>),
  ];
  return new File(parts, 'clip.mp4', { type: 'video/mp4' });
}

/** Makes an MP4 video (VP9) whose frames are numbered. */
export async function makeVideo(recipe: VideoRecipe): Promise<File> {
  return mux(await encode(recipe), recipe);
}
