import type { Mark } from '../../../markup/types.js';

export type Tool = 'select' | 'crop' | Mark['type'];

export const tools: readonly Tool[] = [
  'select',
  'crop',
  'pen',
  'arrow',
  'box',
  'text',
  'redaction',
];

/** The letter that chooses a tool while the editor has the focus, whatever its language. */
export const toolKeys: Record<Tool, string> = {
  select: 'V',
  crop: 'C',
  pen: 'P',
  arrow: 'A',
  box: 'B',
  text: 'T',
  redaction: 'R',
};

export type MarkColour = 'red' | 'yellow' | 'green' | 'blue' | 'black' | 'white';

/** Strong on most backgrounds; a black or white outline does the rest. */
export const markColours: Record<MarkColour, string> = {
  red: '#d92d20',
  yellow: '#ffd60a',
  green: '#0e9f4f',
  blue: '#1d5bff',
  black: '#111111',
  white: '#ffffff',
};

export const markColourNames = Object.keys(markColours) as MarkColour[];

export type RatioName = 'free' | 'original' | '1:1' | '4:3' | '16:9';

export const ratioNames: readonly RatioName[] = ['free', 'original', '1:1', '4:3', '16:9'];
