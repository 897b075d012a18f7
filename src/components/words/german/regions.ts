import { countIn } from '../count-in.js';
import type { RegionWords } from '../english/regions.js';

export const germanRegionWords: RegionWords = {
  inImage: (count, imageNumber) =>
    `${countIn('de', count, { one: '# Bereich', other: '# Bereiche' })} in Bild ${imageNumber}`,
  unnamed: (number) => `Bereich ${number}`,
  show: 'Im Bild zeigen',
  hide: 'Im Bild ausblenden',
  outside: 'teils außerhalb des Bildes',
  copySvg: 'Als SVG kopieren',
  copyJson: 'Als JSON kopieren',
  showAll: (count) => `Alle ${count} zeigen`,
  imageGone: (label, imageNumber) =>
    `${label ? `„${label}“` : 'Ein Bereich'} liegt in Bild ${imageNumber}, das nicht in diesem Chat ist.`,
  sizeUnknown: (label, imageNumber) =>
    `${label ? `„${label}“` : 'Ein Bereich'} lässt sich nicht zeichnen, weil die Größe von Bild ${imageNumber} unbekannt ist.`,
};
