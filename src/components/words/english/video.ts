import { formatNumber } from '../format-number.js';

/** Words of the chooser for frames of a video. They load with it. Times are given as `0:12.4`. */
export interface VideoWords {
  /** Title of the chooser. */
  framesOf: (name: string) => string;
  /** Label of the slider. */
  time: string;
  addFrame: string;
  /** Label of the field with the number of frames. */
  evenCount: string;
  addEvenly: (count: number) => string;
  addScenes: string;
  searchingScenes: string;
  stopSearch: string;
  noScenes: string;
  /** The search ended at this time, before the end of the video. */
  searchedUntil: (time: string) => string;
  /** Label of the list of chosen frames. */
  chosenFrames: string;
  frameAt: (time: string) => string;
  removeFrame: (time: string) => string;
  /** No more frames can be chosen. */
  mostFrames: (count: number) => string;
  /** How the frames are sent: each as an image, or all as one. */
  sendAs: string;
  asSheet: string;
  /** For more images than are accepted. */
  tooMany: (room: number) => string;
  addSheet: string;
  /** Second part of the name of a contact sheet. */
  sheetName: string;
  frameAlt: (name: string, time: string) => string;
  sheetAlt: (name: string, times: readonly string[]) => string;
}

const inWords = (value: number): string => formatNumber(value, 'en');
const images = (count: number): string => (count === 1 ? '1 image' : `${inWords(count)} images`);

export const englishVideoWords: VideoWords = {
  framesOf: (name) => `Frames of ${name}`,
  time: 'Time',
  addFrame: 'Add this frame',
  evenCount: 'Number of frames',
  addEvenly: (count) => (count === 1 ? 'Add 1 frame' : `Add ${inWords(count)} frames evenly`),
  addScenes: 'Add scene changes',
  searchingScenes: 'Looking for scene changes…',
  stopSearch: 'Stop',
  noScenes: 'No scene changes were found. Add frames at the times you mean.',
  searchedUntil: (time) => `Searched up to ${time}. What follows takes too long, or is damaged.`,
  chosenFrames: 'Chosen frames',
  frameAt: (time) => `Frame at ${time}`,
  removeFrame: (time) => `Remove frame at ${time}`,
  mostFrames: (count) => `At most ${inWords(count)} frames can be chosen. Remove some first.`,
  sendAs: 'Add as',
  asSheet: 'One contact sheet',
  tooMany: (room) =>
    `There is room for ${images(room)}. Remove frames, or add them as a contact sheet.`,
  addSheet: 'Add contact sheet',
  sheetName: 'contact sheet',
  frameAlt: (name, time) => `Frame of ${name} at ${time}`,
  sheetAlt: (name, times) => `Frames of ${name} in reading order, at ${times.join(', ')}`,
};
