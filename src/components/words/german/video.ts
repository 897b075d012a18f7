import { countIn } from '../count-in.js';
import type { VideoWords } from '../english/video.js';

const images = (count: number): string =>
  countIn('de', count, { one: '# Bild', other: '# Bilder' });

export const germanVideoWords: VideoWords = {
  framesOf: (name) => `Einzelbilder aus ${name}`,
  time: 'Zeit',
  addFrame: 'Dieses Bild nehmen',
  evenCount: 'Anzahl der Bilder',
  addEvenly: (count) =>
    countIn('de', count, { one: '# Bild nehmen', other: '# Bilder verteilt nehmen' }),
  addScenes: 'Szenenwechsel nehmen',
  searchingScenes: 'Szenenwechsel werden gesucht …',
  stopSearch: 'Anhalten',
  noScenes: 'Es wurden keine Szenenwechsel gefunden. Bitte einzelne Bilder nehmen.',
  searchedUntil: (time) => `Gesucht bis ${time}. Was folgt, dauert zu lange oder ist beschädigt.`,
  chosenFrames: 'Ausgewählte Bilder',
  frameAt: (time) => `Bild bei ${time}`,
  removeFrame: (time) => `Bild bei ${time} entfernen`,
  mostFrames: (count) =>
    `Es lassen sich höchstens ${images(count)} auswählen. Bitte zuerst einige entfernen.`,
  sendAs: 'Hinzufügen als',
  asSheet: 'Ein Übersichtsbild',
  tooMany: (room) =>
    countIn('de', room, {
      one: 'Es ist Platz für # Bild. Bitte Bilder entfernen oder als Übersichtsbild hinzufügen.',
      other:
        'Es ist Platz für # Bilder. Bitte Bilder entfernen oder als Übersichtsbild hinzufügen.',
    }),
  addSheet: 'Übersichtsbild hinzufügen',
  sheetName: 'Übersicht',
  frameAlt: (name, time) => `Einzelbild aus ${name} bei ${time}`,
  sheetAlt: (name, times) => `Einzelbilder aus ${name} in Leserichtung, bei ${times.join(', ')}`,
};
