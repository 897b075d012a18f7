import type { AddingWords } from '../english/adding.js';

export const germanAddingWords: AddingWords = {
  folder: 'Ordner hochladen',
  camera: 'Foto machen',
  screen: 'Bildschirmfoto machen',
  clipboard: 'Aus Zwischenablage einfügen',
  link: 'Von URL hinzufügen',

  cameraStarting: 'Kamera wird eingeschaltet …',
  takePhoto: 'Foto aufnehmen',
  switchCamera: 'Kamera wechseln',
  photo: 'Das aufgenommene Foto',
  retakePhoto: 'Noch einmal',
  keepPhoto: 'Foto verwenden',
  choosePhoto: 'Foto auswählen',

  linkAddress: 'URL eines Bildes',
  linkHint: 'Das Bild wird auf dieses Gerät kopiert. Nicht jede Seite erlaubt das.',
  linkLoading: 'Bild wird geholt …',
  linkInstead:
    'Es kann stattdessen als Link gesendet werden. Der Anbieter holt es dann selbst, es muss also aus dem Internet erreichbar sein.',
  addLink: 'Hinzufügen',
};
