import { forwardRef } from 'react';
import { useImagePicker } from '../../../react/use-image-picker.js';
import { useWords } from '../../words/WordsProvider.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export type ComposerAddButtonProps = PartProps<'button', ComposerState>;

/** Opens the file dialog. */
export const ComposerAddButton = forwardRef<HTMLButtonElement, ComposerAddButtonProps>(
  function ComposerAddButton(given, ref) {
    const { state, intake } = useComposer('Composer.AddButton');
    const words = useWords();
    const { inputProps, open } = useImagePicker(intake);
    const own = {
      type: 'button',
      'aria-label': words.addImages,
      'data-ick-tooltip': words.addImages,
      onClick: open,
    };
    const element = usePart({ tag: 'button', name: 'composer-add', own, given, state, ref });
    return (
      <>
        <input {...inputProps} hidden />
        {element}
      </>
    );
  },
);
