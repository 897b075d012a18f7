/** The words of the menu that adds images, and of its dialogs. They load with it. */
export interface AddingWords {
  folder: string;
  camera: string;
  screen: string;
  clipboard: string;
  link: string;

  cameraStarting: string;
  takePhoto: string;
  switchCamera: string;
  photo: string;
  retakePhoto: string;
  keepPhoto: string;
  choosePhoto: string;

  linkAddress: string;
  linkHint: string;
  linkLoading: string;
  /** Follows the reason why it could not be copied. */
  linkInstead: string;
  addLink: string;
}

export const englishAddingWords: AddingWords = {
  folder: 'Upload a folder',
  camera: 'Take a photo',
  screen: 'Take a screenshot',
  clipboard: 'Paste from clipboard',
  link: 'Add from URL',

  cameraStarting: 'Starting the camera…',
  takePhoto: 'Take photo',
  switchCamera: 'Switch camera',
  photo: 'The photo you took',
  retakePhoto: 'Take another',
  keepPhoto: 'Use photo',
  choosePhoto: 'Choose a photo',

  linkAddress: 'URL of an image',
  linkHint: 'The image is copied to this device. Not every site allows that.',
  linkLoading: 'Getting the image…',
  linkInstead:
    'It can be sent as a link instead. The provider then fetches it, so it must be reachable from the internet.',
  addLink: 'Add',
};
