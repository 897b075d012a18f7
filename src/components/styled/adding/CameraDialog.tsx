import { SwitchCamera, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useEffect } from 'react';
import type { AddingWords } from '../../words/english/adding.js';
import type { UseImageCameraResult } from '../../../react/intake-types.js';
import { useObjectUrl } from '../../../react/use-object-url.js';
import { useWords } from '../../words/WordsProvider.js';
import { IconButton } from '../shared/IconButton.js';
import { ModalDialog } from './ModalDialog.js';
import { useAddingWords } from './use-adding-words.js';

export interface CameraDialogProps {
  camera: UseImageCameraResult;
  onClose: () => void;
  /** Opens the file dialog, for users whose camera gives no image. */
  onChoose: () => void;
}

/** What the camera sees, a shutter, and the photo to use or to retake. */
export function CameraDialog({ camera, onClose, onChoose }: CameraDialogProps): ReactElement {
  const { close, rejection } = useWords();
  const words = useAddingWords();
  const { open, close: end, status, failure, photo, videoProps, isMirrored } = camera;
  useEffect(() => {
    open();
    return end;
  }, [open, end]);
  const photoUrl = useObjectUrl(photo);
  return (
    <ModalDialog
      label={words.camera}
      onClose={onClose}
      className="ik:w-[min(100dvw,42rem)] ik:bg-[#111110] ik:text-white ik:ring-1 ik:ring-white/15 ik:max-sm:h-dvh ik:max-sm:rounded-none"
    >
      <div className="ik:flex ik:h-full ik:flex-col">
        <div className="ik:flex ik:items-center ik:p-2">
          <span className="ik:flex-1 ik:ps-2 ik:text-sm">{words.camera}</span>
          <IconButton icon={X} label={close} onClick={onClose} className={onDark} />
        </div>
        <div className="ik:relative ik:h-[min(60dvh,28rem)] ik:max-sm:flex-1">
          {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a camera preview has no sound */}
          <video
            {...videoProps}
            aria-label={words.camera}
            className={`ik:absolute ik:inset-0 ik:size-full ik:object-contain ${isMirrored ? 'ik:-scale-x-100' : ''} ${status === 'live' || status === 'taken' ? '' : 'ik:opacity-0'}`}
          />
          {photoUrl !== undefined && (
            <img
              src={photoUrl}
              alt={words.photo}
              className="ik:absolute ik:inset-0 ik:size-full ik:object-contain"
            />
          )}
          <output className={told}>{status === 'starting' && words.cameraStarting}</output>
          <div role="alert" className={told}>
            {failure && rejection(failure)}
          </div>
        </div>
        <div className="ik:grid ik:min-h-22 ik:grid-cols-3 ik:place-items-center ik:gap-2 ik:p-3">
          <CameraControls camera={camera} words={words} onClose={onClose} onChoose={onChoose} />
        </div>
      </div>
    </ModalDialog>
  );
}

function CameraControls({
  camera,
  words,
  onClose,
  onChoose,
}: CameraDialogProps & { words: AddingWords }): ReactElement {
  const { tryAgain } = useWords();
  const { status } = camera;
  if (status === 'taken') {
    return (
      <>
        <TextButton onClick={camera.retake}>{words.retakePhoto}</TextButton>
        <span />
        <TextButton
          isMain
          onClick={() => {
            camera.keepPhoto();
            onClose();
          }}
        >
          {words.keepPhoto}
        </TextButton>
      </>
    );
  }
  if (status === 'failed') {
    return (
      <>
        <TextButton
          onClick={() => {
            onClose();
            onChoose();
          }}
        >
          {words.choosePhoto}
        </TextButton>
        <span />
        <TextButton isMain onClick={camera.open}>
          {tryAgain}
        </TextButton>
      </>
    );
  }
  return (
    <>
      <span />
      <button
        type="button"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog was opened to press this
        autoFocus
        data-autofocus=""
        aria-label={words.takePhoto}
        data-ick-tooltip={words.takePhoto}
        aria-disabled={status !== 'live'}
        onClick={() => void camera.takePhoto()}
        className="ik:grid ik:size-16 ik:place-items-center ik:rounded-full ik:border-4 ik:border-white ik:transition-opacity ik:duration-150 ik:aria-disabled:opacity-35 ik:focus-visible:outline-white"
      >
        <span className="ik:size-12 ik:rounded-full ik:bg-white ik:forced-colors:bg-[ButtonText]" />
      </button>
      {camera.canSwitch ? (
        <IconButton
          icon={SwitchCamera}
          label={words.switchCamera}
          onClick={camera.switchCamera}
          className={`ik:size-11 ${onDark}`}
        />
      ) : (
        <span />
      )}
    </>
  );
}

interface TextButtonProps {
  isMain?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** The main one has the focus when it appears: Enter continues. */
function TextButton({ isMain = false, onClick, children }: TextButtonProps): ReactElement {
  return (
    <button
      type="button"
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the button that was pressed and had the focus is gone
      autoFocus={isMain}
      onClick={onClick}
      data-main={isMain ? '' : undefined}
      className="ik:h-11 ik:first:justify-self-start ik:last:justify-self-end ik:rounded-full ik:px-4 ik:text-sm ik:font-medium ik:whitespace-nowrap ik:bg-white/12 ik:hover:bg-white/20 ik:focus-visible:outline-white ik:data-main:bg-white ik:data-main:text-[#111110] ik:forced-colors:border"
    >
      {children}
    </button>
  );
}

const told =
  'ik:pointer-events-none ik:absolute ik:inset-0 ik:grid ik:place-items-center ik:p-6 ik:text-center ik:text-sm ik:text-balance';

const onDark = 'ik:text-white ik:hover:bg-white/15 ik:hover:text-white';
