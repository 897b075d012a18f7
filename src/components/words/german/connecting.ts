import type { ConnectingWords } from '../english/connecting.js';

export const germanConnectingWords: ConnectingWords = {
  model: 'Modell',
  modelsLoading: 'Die Liste der Modelle wird geladen …',
  modelsMissing:
    'Die Liste der Modelle konnte nicht geladen werden. Geben Sie den Namen eines Modells ein.',
  seesImages: 'Sieht Bilder',
  textOnly: 'Liest nur Text',
  visionUnknown: 'Sieht vielleicht keine Bilder',
  takeTyped: (id) => `„${id}“ verwenden`,
  key: 'Schlüssel',
  useKey: 'Schlüssel verwenden',
  checkingKey: 'Wird geprüft …',
  keyInUse: 'Schlüssel in Gebrauch',
  replaceKey: 'Ersetzen',
  removeKey: 'Entfernen',
  showKey: 'Schlüssel anzeigen',
  hideKey: 'Schlüssel verbergen',
  rememberKey: 'Den Schlüssel auf diesem Gerät merken',
  keyHint: (host, isStoreOffered) =>
    [
      host === undefined
        ? 'Ihr Schlüssel wird mit Ihren Fragen gesendet und sonst nirgendwohin.'
        : `Ihr Schlüssel geht von dieser Seite an ${host} und sonst nirgendwohin.`,
      isStoreOffered
        ? 'Er wird nur gespeichert, wenn Sie es erlauben.'
        : 'Er wird nicht gespeichert.',
    ].join(' '),
  notAKey:
    'Das ist kein Schlüssel: Es enthält Leerzeichen oder Sonderzeichen. Kopieren Sie ihn noch einmal.',
};
