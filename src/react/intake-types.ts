/** Options and results of the hooks that take in images. */
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
import type { AttachedFile, ImageSource, IntakeOptions, IntakeSource } from '../intake/types.js';
import type { IntakeRejection } from '../intake/rejection.js';

/** Options that drop, paste and pick share. All of them call the same two callbacks. */
export interface UseIntakeOptions {
  /**
   * Called with images in the order they came in. Called several times for a large drop, so that the first appear at
   * once.
   */
  onImages: (images: ImageSource[], from: IntakeSource) => void;
  /** Called with what was rejected, each with a code and a message to show. */
  onRejections?: (rejections: IntakeRejection[], from: IntakeSource) => void;
  /** Called for each rejected file. */
  onReject?: (rejection: IntakeRejection) => void;
  /**
   * Called at once when images may be on their way, which a folder or a slow link delays. The promise resolves after
   * all have been delivered. `waitFor` of a queue fits: Send then waits for them.
   */
  onArrival?: (arrival: Promise<void>) => void;
  /** Accepted media types. @defaultValue every format the kit reads, without SVG */
  accept?: readonly string[];
  /** How many images one drop, paste or pick may bring. */
  maxFiles?: number;
  /** Largest accepted file. @defaultValue 30 MiB */
  maxFileSizeBytes?: number;
  /** Finer limits; `maxFileSizeBytes` takes precedence over their `maxBytes`. */
  limits?: SourceLimits;
  /** Names an image without a name. @defaultValue `Pasted image 1.png` and the like */
  nameImage?: NonNullable<IntakeOptions['nameImage']>;
  /** Fetches an image of another page, which arrives as its address; without cookies or referrer. @defaultValue true */
  fetchLinks?: boolean;
  /**
   * Whether an image that arrives as its address stays a link, which is reported to `onLinks`. Called before it is
   * fetched.
   */
  keepsLink?: NonNullable<IntakeOptions['keepsLink']>;
  /** Called with an image of a conversation on the same page that was dropped here. `addParts` of a queue fits. */
  onParts?: (parts: readonly ImagePart[]) => void;
  /** Called with images to send as links. */
  onLinks?: (urls: readonly string[], from: IntakeSource) => void;
  /**
   * How many bytes of the files are kept in memory, so that an image outlives its file. @defaultValue up to 12 MiB
   * each, 128 MiB together
   */
  keepBytes?: NonNullable<IntakeOptions['keepBytes']>;
  /** Sources that turn other files into images, such as PDFs, videos and formats of your own. @defaultValue none */
  fileSources?: ReadonlyArray<FileSource<ReactNode>>;
  /**
   * Media types of files that are sent as they are, such as `application/pdf` or `text/*`. They are reported to `onFiles`.
   *
   * @defaultValue none
   */
  fileTypes?: readonly string[];
  /** Called with files to send as they are. */
  onFiles?: (files: readonly AttachedFile[], from: IntakeSource) => void;
  /** Lets `fileSources` ask the user: `ask` of a queue, whose `chooser` is then rendered. The composer does both. */
  ask?: AskPerson<ReactNode>;
  /** A disabled zone still swallows the drop, so that the browser does not open the file. */
  isDisabled?: boolean;
}

export interface UseImageDropResult {
  dropProps: {
    onDragEnter: DragEventHandler;
    onDragOver: DragEventHandler;
    onDragLeave: DragEventHandler;
    onDrop: DragEventHandler;
  };
  isDropTarget: boolean;
  /** How many files are dragged over the target, if the browser reports it. */
  draggedCount: number;
}

export interface UseImagePasteOptions extends UseIntakeOptions {
  /**
   * What to take if the clipboard holds both text and an image of that text, as from a spreadsheet. @defaultValue
   * 'text'
   */
  mixedContent?: 'text' | 'images' | 'both';
  /** Called if text was taken although the clipboard also held an image, with a function that adds the image. */
  onLeftBehind?: (add: () => void) => void;
}

export interface UseImagePasteResult {
  pasteProps: { onPaste: ClipboardEventHandler };
}

export interface UseImagePickerOptions extends UseIntakeOptions {
  /** @defaultValue true */
  isMultiple?: boolean;
  /** Picks a whole folder. */
  isFolder?: boolean;
  /** Opens the camera of a phone instead of the file dialog: the rear camera, or the front camera. */
  capture?: 'environment' | 'user';
}

export interface UseImagePickerResult {
  /** For a hidden `<input>` that the app renders. */
  inputProps: InputHTMLAttributes<HTMLInputElement> & RefAttributes<HTMLInputElement>;
  open: () => void;
}

/** A source that starts with a press and needs nothing else on the page. */
export interface UseImageScreenResult {
  /** Whether screen capture is available (it is not on phones). */
  isAvailable: boolean;
  /** Asks for a screen, a window or a tab, and captures one frame of it. Call it in the handler of a press. */
  capture: () => Promise<void>;
}

export interface UseImageClipboardResult {
  /** Whether this browser lets a page read images from the clipboard, after asking the user. */
  isAvailable: boolean;
  /** Pastes. Call it in the handler of a press. */
  paste: () => Promise<void>;
}

export interface UseImageLinkResult {
  /**
   * Gets the image at an address, or in a data URL. Resolves with the reason if it was rejected, to be shown next to
   * the field; `onRejections` is not called.
   */
  add: (address: string) => Promise<IntakeRejection | undefined>;
  isLoading: boolean;
}

export type ImageCameraStatus = 'closed' | 'starting' | 'live' | 'taken' | 'failed';

export interface UseImageCameraResult {
  /** Whether this browser lets a page show a camera. Requires https. */
  isAvailable: boolean;
  status: ImageCameraStatus;
  /** Props for the `<video>` that shows what the camera sees. */
  videoProps: VideoHTMLAttributes<HTMLVideoElement> & RefAttributes<HTMLVideoElement>;
  /** Whether the front camera is used, whose view is mirrored. Photos are never mirrored. */
  isMirrored: boolean;
  /** Whether there is another camera to switch to. */
  canSwitch: boolean;
  /** The photo that was taken, neither kept nor discarded yet. */
  photo: File | undefined;
  /** Why there is no image, while `status` is `failed`. */
  failure: IntakeRejection | undefined;
  /** Asks for the camera, also to try again after a failure. */
  open: () => void;
  /** Stops the camera. Unmounting does, too. */
  close: () => void;
  switchCamera: () => void;
  /** Takes a photo while `status` is `live`. */
  takePhoto: () => Promise<void>;
  retake: () => void;
  /** Delivers the photo, and stops the camera. */
  keepPhoto: () => void;
}
