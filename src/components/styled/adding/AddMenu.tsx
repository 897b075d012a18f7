import { Plus } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useRef, useState } from 'react';
import { createLazyModule } from '../../../internal/lazy-module.js';
import { lazyComponent } from '../shared/lazy-component.js';
import { useImagePicker } from '../../../react/use-image-picker.js';
import { useComposer } from '../../parts/composer/index.js';
import { focusedElement } from '../../shared/focused-element.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { useWords } from '../../words/WordsProvider.js';
import type { AddingView } from './AddingParts.js';
import { IconButton } from '../shared/IconButton.js';
import { overPage, PlainNotice } from '../shared/PlainNotice.js';

const adding = createLazyModule(() => import('./AddingParts.js'));
const AddingParts = lazyComponent(adding, (loaded) => loaded.AddingParts);

/**
 * The button that adds images. It opens a menu of every source: files, folder, camera, screen, clipboard, address. Used
 * inside of a composer. The code of the menu loads when the button is about to be pressed.
 */
export function AddMenu({ className = '' }: { className?: string }): ReactElement {
  const { intake, inputRef, composer } = useComposer('AddMenu');
  const words = useWords();
  const files = useImagePicker(intake);
  const button = useRef<HTMLButtonElement>(null);
  /**
   * `undefined` until the first press. From then on the parts stay mounted, since a file dialog outlives the
   * menu.
   */
  const [view, setView] = useState<AddingView>();
  const isOpen = view === 'menu';
  const count = composer.queue.items.length + (composer.files?.parts.length ?? 0);
  const known = useRef(count);
  useEffect(() => {
    // A dialog returns the focus to the button first.
    if (view === 'camera' || view === 'link') return;
    const hasMore = count > known.current;
    known.current = count;
    // What one does next is to write. On a touch screen this would open the keyboard.
    const isHere = button.current !== null && focusedElement(button.current) === button.current;
    if (hasMore && isHere && matchesMedia('(pointer: fine)')) inputRef.current?.focus();
  }, [count, view, inputRef]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setView('menu');
  };
  return (
    <>
      {/* Outside of the menu, so that automation finds it at once. */}
      <input {...files.inputProps} aria-label={words.uploadImages} hidden />
      <IconButton
        data-ick-part="composer-add"
        ref={button}
        icon={Plus}
        label={words.addImages}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        disabled={intake.isDisabled}
        onPointerEnter={adding.preload}
        onFocus={adding.preload}
        onClick={() => setView(isOpen ? 'closed' : 'menu')}
        onKeyDown={onKeyDown}
        className={`ik:aria-expanded:bg-sunken ${className}`}
      />
      {view && (
        <AddingParts
          view={view}
          onViewChange={setView}
          intake={intake}
          chooseFiles={files.open}
          anchor={button}
          renderFailure={(error) =>
            isOpen && (
              <PlainNotice
                className={overPage}
                actions={[
                  { label: words.uploadImages, onPress: files.open },
                  { label: words.dismiss, onPress: () => setView(undefined) },
                ]}
              >
                {words.error(error)}
              </PlainNotice>
            )
          }
        />
      )}
    </>
  );
}
