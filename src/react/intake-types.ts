/** What the hooks by which images come in take and give. */
import type {
  ClipboardEventHandler,
  DragEventHandler,
  InputHTMLAttributes,
  ReactNode,
  RefAttributes,
  VideoHTMLAttributes,
} from 'react';
import type { SourceLimits } from '../formats/types.js';
import type { ImagePart } from '../messages/types.js';
import type { AskPerson, FileSource } from '../intake/file-source.js';
import type { ImageSource, IntakeOptions, IntakeSource } from '../intake/types.js';
import type { IntakeRejection } from '../intake/rejection.js';

/** Drop, paste and pick all end in these two callbacks, with the same shapes. */
export interface IntakeHookOptions {
  /** Images in the order they came in. Called several times for a drop of many, so that the first show at once. */
  onImages: (images: ImageSource[], from: IntakeSource) => void;
  /** Called with what was not taken, each with a code and the words to show. */
  onRejections?: (rejections: IntakeRejection[], from: IntakeSource) => void;
  /** Told of each file that was not taken. */
  onReject?: (rejection: IntakeRejection) => void;
  /**
   * Told at once that images may be on their way, which a folder or a slow link keeps back. The promise fulfils once they
   * were handed on. `waitFor` of a queue fits: Send then waits for them.
   */
  onArrival?: (arrival: Promise<void>) => void;
  /** Media types to take. @defaultValue every format the kit reads, without SVG */
  accept?: readonly string[];
  /** How many images one drop, paste or pick may bring. */
  maxFiles?: number;
  /** Largest file to take. @defaultValue 30 MiB */
  maxFileSizeBytes?: number;
  /** Finer limits; `maxFileSizeBytes` goes before `maxBytes` in them. */
  limits?: SourceLimits;
  /** Names an image that has no name of its own. @defaultValue `Pasted image 1.png` and the like */
  nameImage?: NonNullable<IntakeOptions['nameImage']>;
  /** Fetches an image of another page, which comes as its address; without cookies or referrer. @defaultValue true */
  fetchLinks?: boolean;
  /** Leaves an image that comes as its address a link, which `onLinks` is told; asked before it is fetched. */
  keepsLink?: NonNullable<IntakeOptions['keepsLink']>;
  /** Called with an image of a conversation on the same page that was dropped here: `addParts` of a queue fits. */
  onParts?: (parts: readonly ImagePart[]) => void;
  /** Images to send as links. */
  onLinks?: (urls: readonly string[], from: IntakeSource) => void;
  /** How much of the files is kept in memory, so that an image outlives its file. @defaultValue up to 12 MiB each, 128 MiB together */
  keepBytes?: NonNullable<IntakeOptions['keepBytes']>;
  /** Ways to make images of files that are none, such as PDFs, videos and formats of your own. @defaultValue none */
  fileSources?: ReadonlyArray<FileSource<ReactNode>>;
  /** Lets `fileSources` ask the person: `ask` of a queue, whose `chooser` is then rendered. The composer does both. */
  ask?: AskPerson<ReactNode>;
  /** A disabled zone still swallows the drop, so that the browser does not open the file. */
  isDisabled?: boolean;
}

export interface ImageDrop {
  dropProps: {
    onDragEnter: DragEventHandler;
    onDragOver: DragEventHandler;
    onDragLeave: DragEventHandler;
    onDrop: DragEventHandler;
  };
  isDropTarget: boolean;
  /** How many files hang over the target, where the browser tells. */
  draggedCount: number;
}

export interface ImagePasteOptions extends IntakeHookOptions {
  /** What to take when the clipboard holds text and an image of that text, as from a spreadsheet. @defaultValue 'text' */
  mixedContent?: 'text' | 'images' | 'both';
  /** Called where text was taken and an image lay beside it, with a function that adds the image after all. */
  onLeftBehind?: (add: () => void) => void;
}

export interface ImagePaste {
  pasteProps: { onPaste: ClipboardEventHandler };
}

export interface ImagePickerOptions extends IntakeHookOptions {
  /** @defaultValue true */
  isMultiple?: boolean;
  /** Picks a whole folder. */
  isFolder?: boolean;
  /** Opens the camera of a phone in place of the file dialog: the one that looks away, or at the person. */
  capture?: 'environment' | 'user';
}

export interface ImagePicker {
  /** For a hidden `<input>` that the app renders. */
  inputProps: InputHTMLAttributes<HTMLInputElement> & RefAttributes<HTMLInputElement>;
  open: () => void;
}

/** A way in that starts at a press and needs nothing else on the page. */
export interface ImageScreen {
  /** Whether this browser lets a page capture a screen. Phones do not. */
  isAvailable: boolean;
  /** Asks for a screen, a window or a tab, and takes one frame of it. Call it in the handler of a press. */
  capture: () => Promise<void>;
}

export interface ImageClipboard {
  /** Whether this browser lets a page read images of the clipboard, after a question to the person. */
  isAvailable: boolean;
  /** Call it in the handler of a press. */
  paste: () => Promise<void>;
}

export interface ImageLink {
  /**
   * Gets the image at an address, or the one that a data URL spells out. Fulfils with the reason if it was not taken, to be
   * shown beside what was typed; `onRejections` is not told.
   */
  add: (address: string) => Promise<IntakeRejection | undefined>;
  isLoading: boolean;
}

export type ImageCameraStatus = 'closed' | 'starting' | 'live' | 'taken' | 'failed';

export interface ImageCamera {
  /** Whether this browser lets a page show a camera. Not on pages without https. */
  isAvailable: boolean;
  status: ImageCameraStatus;
  /** For the `<video>` that shows what the camera sees. */
  videoProps: VideoHTMLAttributes<HTMLVideoElement> & RefAttributes<HTMLVideoElement>;
  /** Looks at the person: shown as a mirror does. Photos are never mirrored. */
  isMirrored: boolean;
  /** There is another camera to switch to. */
  canSwitch: boolean;
  /** Taken, and neither kept nor thrown away yet. */
  photo: File | undefined;
  /** Why there is no image, while `status` is `failed`. */
  failure: IntakeRejection | undefined;
  /** Asks for the camera, and for another try after a failure. */
  open: () => void;
  /** Ends the camera. Unmounting does it too. */
  close: () => void;
  switchCamera: () => void;
  /** While `status` is `live`. */
  takePhoto: () => Promise<void>;
  retake: () => void;
  /** Hands the photo on, and ends the camera. */
  keepPhoto: () => void;
}
