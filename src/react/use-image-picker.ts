import { useCallback, useMemo, useRef, type ChangeEvent } from 'react';
import { collectImages } from '../intake/collect-images.js';
import type { UseImagePickerResult, UseImagePickerOptions } from './intake-types.js';
import { useIntake } from './use-intake.js';

/** Some systems know no media type for iPhone photos, and would hide them. */
const HEIC_EXTENSIONS = ['.heic', '.heif'];
const TEXT_EXTENSIONS = ['.md', '.csv', '.json', '.yaml', '.yml', '.log'];

/** Opens the file dialog, from any button of the app. */
export function useImagePicker(options: UseImagePickerOptions): UseImagePickerResult {
  const { isDisabled = false, isFolder = false, isMultiple = true, capture } = options;
  const accept = acceptAttribute(options);
  const intake = useIntake(options);
  const input = useRef<HTMLInputElement>(null);

  const setInput = useCallback(
    (element: HTMLInputElement | null) => {
      input.current = element;
      if (element) element.webkitdirectory = isFolder;
    },
    [isFolder],
  );

  const onChange = useCallback(
    ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
      const files = Array.from(currentTarget.files ?? []);
      // Otherwise the same file could not be picked again.
      currentTarget.value = '';
      if (files.length === 0) return;
      void intake((limits) => collectImages(files, limits), capture ? 'camera' : 'pick');
    },
    [intake, capture],
  );

  const open = useCallback(() => input.current?.click(), []);

  return useMemo(
    () => ({
      inputProps: {
        ref: setInput,
        type: 'file',
        accept,
        multiple: isMultiple && !capture,
        ...(capture && { capture }),
        disabled: isDisabled,
        hidden: true,
        tabIndex: -1,
        onChange,
      },
      open,
    }),
    [accept, capture, isDisabled, isMultiple, onChange, open, setInput],
  );
}

function acceptAttribute({
  accept = ['image/*'],
  fileSources = [],
  fileTypes = [],
}: UseImagePickerOptions): string {
  if (fileTypes.includes('*')) return '';
  const takesHeic = accept.some((type) => type === 'image/*' || type === 'image/heic');
  const others = fileSources.flatMap((source) => source.accept ?? []);
  // Systems that do not know a media type would hide its files.
  const extensions = fileTypes.includes('text/*') ? TEXT_EXTENSIONS : [];
  return [
    ...new Set([
      ...accept,
      ...(takesHeic ? HEIC_EXTENSIONS : []),
      ...others,
      ...fileTypes,
      ...extensions,
    ]),
  ].join(',');
}
