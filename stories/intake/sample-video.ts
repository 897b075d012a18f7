import { makeVideo } from '../../test/helpers/make-video.js';

const FRAMES_PER_SECOND = 25;
const SCENES = [
  { from: 0, sky: '#cfe3f5', ground: '#6d8f5a', sun: '#f7c948' },
  { from: 2.6, sky: '#f3b08a', ground: '#7a5140', sun: '#e4572e' },
  { from: 5.2, sky: '#1f2a44', ground: '#131a2b', sun: '#e8e6da' },
  { from: 7.8, sky: '#e9e4f0', ground: '#8d7aa8', sun: '#fdf6d8' },
] as const;

/** Makes a video of ten seconds: the sun moves over a hill, on four days. */
export function makeSampleVideo(): Promise<File> {
  return makeVideo({
    frames: 10 * FRAMES_PER_SECOND,
    framesPerSecond: FRAMES_PER_SECOND,
    width: 640,
    height: 360,
    isNumbered: false,
    paint(context, frame) {
      const timeS = frame / FRAMES_PER_SECOND;
      const scene = SCENES.findLast(({ from }) => from <= timeS) ?? SCENES[0];
      context.fillStyle = scene.sky;
      context.fillRect(0, 0, 640, 360);
      context.fillStyle = scene.sun;
      context.beginPath();
      context.arc(80 + (timeS - scene.from) * 170, 130, 44, 0, 2 * Math.PI);
      context.fill();
      context.fillStyle = scene.ground;
      context.beginPath();
      context.ellipse(320, 400, 460, 170, 0, 0, 2 * Math.PI);
      context.fill();
    },
  });
}
