/** The words of the model picker and the key form. They load with these parts. */
export interface ConnectingWords {
  model: string;
  modelsLoading: string;
  /** The server has no list of models, or it could not be loaded. The reason follows. */
  modelsMissing: string;
  seesImages: string;
  textOnly: string;
  visionUnknown: string;
  /** Option that takes an id which the list does not have. */
  takeTyped: (id: string) => string;
  key: string;
  useKey: string;
  checkingKey: string;
  keyInUse: string;
  /** The two buttons beside it. */
  replaceKey: string;
  removeKey: string;
  showKey: string;
  hideKey: string;
  rememberKey: string;
  /** Where the key goes; `isStoreOffered`: the user can have it remembered. */
  keyHint: (host: string | undefined, isStoreOffered: boolean) => string;
  /** What was entered cannot be a key. */
  notAKey: string;
}

export const englishConnectingWords: ConnectingWords = {
  model: 'Model',
  modelsLoading: 'Loading the list of models…',
  modelsMissing: 'The list of models could not be loaded, so type the id of a model.',
  seesImages: 'Sees images',
  textOnly: 'Reads text only',
  visionUnknown: 'May not see images',
  takeTyped: (id) => `Use “${id}”`,
  key: 'Key',
  useKey: 'Use key',
  checkingKey: 'Checking…',
  keyInUse: 'Key in use',
  replaceKey: 'Replace',
  removeKey: 'Remove',
  showKey: 'Show key',
  hideKey: 'Hide key',
  rememberKey: 'Remember the key on this device',
  keyHint: (host, isStoreOffered) =>
    [
      host === undefined
        ? 'Your key is sent with your questions and nowhere else.'
        : `Your key goes from this page to ${host} and nowhere else.`,
      isStoreOffered ? 'It is stored only if you allow it.' : 'It is not stored.',
    ].join(' '),
  notAKey: 'This is not a key: it contains spaces or special characters. Copy it again.',
};
