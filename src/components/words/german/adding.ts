import type { AddingWords } from '../english/adding.js';

export const germanAddingWords: AddingWords = {
  files: 'Fotos oder Dateien',
  folder: 'Ein Ordner',
  camera: 'Kamera',
  screen: 'Bildschirm oder Fenster aufnehmen',
  clipboard: 'Aus der Zwischenablage einfügen',
  link: 'Von einer Webadresse',

  cameraStarting: 'Kamera wird eingeschaltet …',
  takePhoto: 'Foto aufnehmen',
  switchCamera: 'Kamera wechseln',
  photo: 'Das aufgenommene Foto',
  retakePhoto: 'Noch einmal',
  keepPhoto: 'Foto verwenden',
  choosePhoto: 'Foto auswählen',

  linkAddress: 'Adresse eines Bildes',
  linkHint: 'Das Bild wird auf dieses Gerät kopiert. Nicht jede Seite erlaubt das.',
  linkLoading: 'Bild wird geholt …',
  linkInstead:
    'Es kann stattdessen als Link gesendet werden. Der Anbieter holt es dann selbst, es muss also aus dem Internet erreichbar sein.',
  addLink: 'Hinzufügen',
};
