import type { SendingWords } from '../english/sending.js';

export const germanSendingWords: SendingWords = {
  sentWithChanges: 'Mit Änderungen gesendet',
  earlierImage: 'Ein früheres Bild',
  unnamedFile: 'Datei ohne Namen',
  warning: ({ code, message, imageId, fileId }) => {
    switch (code) {
      case 'image-dropped':
        return 'nicht mitgesendet, weil dieser Anbieter es so nicht nimmt.';
      case 'file-dropped':
        return 'nicht mitgesendet, weil dieser Anbieter solche Dateien nicht nimmt.';
      case 'detail-dropped':
        return 'ohne Angabe der Genauigkeit gesendet, weil es diese Einstellung dort nicht gibt.';
      case 'detail-lowered':
        return 'in der Genauigkeit „high“ gesendet, weil dieser Anbieter die gewählte nicht kennt.';
      case 'role-changed':
        return imageId === undefined && fileId === undefined
          ? 'Die Begrüßung vor der ersten Frage wurde nicht mitgesendet, weil viele Anbieter mit einer Frage beginnen.'
          : 'mit dieser Nachricht gesendet, weil dieser Anbieter Bilder und Dateien nur in Fragen nimmt.';
      default:
        return message;
    }
  },
};
