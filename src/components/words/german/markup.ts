import type { Thickness } from '../../../markup/sizes.js';
import type { Mark } from '../../../markup/types.js';
import type { MarkColour, Tool } from '../../styled/markup/editor-types.js';
import type { MarkupWords } from '../english/markup.js';

const tools: Record<Tool, string> = {
  select: 'Auswählen und bewegen',
  crop: 'Zuschneiden und drehen',
  pen: 'Stift',
  arrow: 'Pfeil',
  box: 'Rahmen mit Nummer',
  text: 'Text',
  redaction: 'Schwärzen',
};

const marks: Record<Mark['type'], string> = {
  pen: 'Linie',
  arrow: 'Pfeil',
  box: 'Rahmen',
  text: 'Text',
  redaction: 'Schwärzung',
};

const inserts: Partial<Record<Tool, string>> = {
  arrow: 'Pfeil einsetzen',
  box: 'Rahmen einsetzen',
  text: 'Text einsetzen',
  redaction: 'Schwärzung einsetzen',
};

const colours: Record<MarkColour, string> = {
  red: 'Rot',
  yellow: 'Gelb',
  green: 'Grün',
  blue: 'Blau',
  black: 'Schwarz',
  white: 'Weiß',
};

const thicknesses: Record<Thickness, string> = { fine: 'fein', medium: 'mittel', bold: 'kräftig' };

/** The words of the markup editor, in German. */
export const germanMarkupWords: MarkupWords = {
  title: 'Bearbeiten',
  close: 'Schließen',
  undo: 'Rückgängig',
  redo: 'Wiederholen',
  zoomIn: 'Vergrößern',
  zoomOut: 'Verkleinern',
  apply: 'Übernehmen',
  applying: 'Wird übernommen …',
  revert: 'Zurück zum Original',
  opening: 'Das Bild wird geöffnet …',

  tools: 'Werkzeuge',
  tool: (tool) => tools[tool],
  colours: 'Farbe',
  colour: (colour) => colours[colour],
  thicknesses: 'Strichstärke',
  thickness: (thickness) => thicknesses[thickness],
  ratios: 'Seitenverhältnis',
  freeRatio: 'Frei',
  originalRatio: 'Original',
  turnLeft: 'Nach links drehen',
  turnRight: 'Nach rechts drehen',
  flip: 'Spiegeln',
  insert: (tool) => inserts[tool] ?? '',
  remove: 'Entfernen',
  boxText: (number) => `Was ist in Rahmen ${number}? Wird mitgesendet`,
  text: 'Text',
  newText: 'Text',
  selectHint: 'Auf eine Markierung drücken, um sie zu bewegen oder zu ändern.',

  image: 'Bild',
  imageHelp:
    'Bild ab und Bild auf wandern durch die Markierungen. Pfeiltasten bewegen das Ausgewählte, mit Umschalt ändern sie seine Größe, Entf entfernt es. Plus, Minus und 0 zoomen. Eingabe übernimmt, Escape schließt.',
  mark: (type, number) => `${marks[type]} ${number}`,
  added: (mark) => `${mark} hinzugefügt. Pfeiltasten bewegen, mit Umschalt ändern sie die Größe.`,
  removed: (mark) => `${mark} entfernt`,
  selected: (mark, position, count) => `${mark} ausgewählt, ${position} von ${count}`,
  moved: (xPercent, yPercent) => `${xPercent} % von links, ${yPercent} % von oben`,
  resized: (widthPx, heightPx) => `${widthPx} mal ${heightPx} Pixel`,
  cropped: (widthPx, heightPx) => `Zugeschnitten auf ${widthPx} mal ${heightPx} Pixel`,
  turned: 'Gedreht',
  flipped: 'Gespiegelt',
  undone: 'Rückgängig gemacht',
  redone: 'Wiederholt',

  discardTitle: 'Änderungen verwerfen?',
  discardHint: 'Was Sie an diesem Bild getan haben, ginge verloren.',
  keepEditing: 'Weiter bearbeiten',
  discard: 'Verwerfen',
};
