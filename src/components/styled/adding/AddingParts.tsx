import { Camera, ClipboardPaste, FolderOpen, Images, Link, MonitorUp } from 'lucide-react';
import { type ReactElement, type RefObject, useMemo } from 'react';
import { useImageCamera } from '../../../react/use-image-camera.js';
import { useImageClipboard } from '../../../react/use-image-clipboard.js';
import { useImagePicker } from '../../../react/use-image-picker.js';
import { useImageScreen } from '../../../react/use-image-screen.js';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { useWords } from '../../words/WordsProvider.js';
import { CameraDialog } from './CameraDialog.js';
import { LinkDialog } from './LinkDialog.js';
import { Menu, type MenuItem } from './Menu.js';
import { useAddingWords } from './use-adding-words.js';

/** Which of the sources is open. */
export type AddingView = 'closed' | 'menu' | 'camera' | 'link';

export interface AddingPartsProps {
  view: AddingView;
  onViewChange: (view: AddingView) => void;
  intake: UseIntakeOptions;
  /** Opens the file dialog. */
  chooseFiles: () => void;
  /** The button of the menu. */
  anchor: RefObject<HTMLButtonElement | null>;
}

/** The sources that a browser supports, and what each of them opens. */
export function AddingParts(props: AddingPartsProps): ReactElement {
  const { view, onViewChange, intake, chooseFiles, anchor } = props;
  const { addImages, uploadImages } = useWords();
  const words = useAddingWords();
  const folder = useImagePicker(useMemo(() => ({ ...intake, isFolder: true }), [intake]));
  const phone = useImagePicker(
    useMemo(() => ({ ...intake, capture: 'environment' as const }), [intake]),
  );
  const camera = useImageCamera(intake);
  const screen = useImageScreen(intake);
  const clipboard = useImageClipboard(intake);
  const close = (): void => onViewChange('closed');

  const items: MenuItem[] = [{ icon: Images, label: uploadImages, onPress: chooseFiles }];
  const offer = (isAvailable: boolean, item: MenuItem): void => {
    if (isAvailable) items.push(item);
  };
  offer('webkitdirectory' in HTMLInputElement.prototype, {
    icon: FolderOpen,
    label: words.folder,
    onPress: folder.open,
  });
  offer(camera.isAvailable || hasTouch(), {
    icon: Camera,
    label: words.camera,
    onPress: camera.isAvailable ? () => onViewChange('camera') : phone.open,
  });
  offer(screen.isAvailable, {
    icon: MonitorUp,
    label: words.screen,
    onPress: () => void screen.capture(),
  });
  offer(clipboard.isAvailable, {
    icon: ClipboardPaste,
    label: words.clipboard,
    onPress: () => void clipboard.paste(),
  });
  items.push({ icon: Link, label: words.link, onPress: () => onViewChange('link') });

  return (
    <>
      <input {...folder.inputProps} hidden />
      <input {...phone.inputProps} hidden />
      {view === 'menu' && <Menu label={addImages} items={items} anchor={anchor} onClose={close} />}
      {view === 'camera' && <CameraDialog camera={camera} onClose={close} onChoose={chooseFiles} />}
      {view === 'link' && <LinkDialog intake={intake} onClose={close} />}
    </>
  );
}

/** A phone opens its own camera from a file dialog, even if a page may not show one. */
function hasTouch(): boolean {
  return matchesMedia('(pointer: coarse)');
}
