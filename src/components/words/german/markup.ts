import type { Thickness } from '../../../markup/sizes.js';
import type { Mark } from '../../../markup/types.js';
import type { MarkColour, Tool } from '../../styled/markup/editor-types.js';
import type { MarkupWords } from '../english/markup.js';

const tools: Record<Tool, string> = {
  select: 'Wählen',
  crop: 'Zuschnitt',
  pen: 'Stift',
  arrow: 'Pfeil',
  box: 'Rahmen',
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
  arrow: 'Pfeil hinzufügen',
  box: 'Rahmen hinzufügen',
  text: 'Text hinzufügen',
  redaction: 'Schwärzung hinzufügen',
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
  apply: 'Fertig',
  applying: 'Wird gespeichert …',
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
  boxText: (number) => `Text zu Rahmen ${number}`,
  text: 'Text',
  newText: 'Text',
  selectHint: 'Auf eine Markierung drücken, um sie zu bewegen oder zu ändern.',

  image: 'Bild',
  imageHelp:
    'Bild ab und Bild auf wandern durch die Markierungen. Pfeiltasten bewegen das Ausgewählte, mit Umschalt ändern sie seine Größe, Entf entfernt es. Plus, Minus und 0 zoomen. Buchstaben wählen ein Werkzeug: V wählt aus, C schneidet zu, P ist der Stift, A ein Pfeil, B ein Rahmen, T Text, R schwärzt. Eingabe ist Fertig, Escape schließt.',
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
  imageChanged: (imageNumber) => `Bild ${imageNumber} wurde geändert`,
  imageReverted: (imageNumber) => `Bild ${imageNumber} ist wieder das Original`,

  discardTitle: 'Änderungen verwerfen?',
  discardHint: 'Was Sie an diesem Bild getan haben, ginge verloren.',
  keepEditing: 'Weiter bearbeiten',
  discard: 'Verwerfen',
};
