import { forwardRef, type ReactElement, type ReactNode, useEffect, useMemo, useRef } from 'react';
import type { FilePart } from '../../../messages/types.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { englishAnswerPartsWords } from '../../words/english/answer-parts.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import { useAnnounce } from '../announcer/index.js';
import { type PartProps, usePart } from '../part/index.js';
import { type ComposerState, useComposer } from './composer-context.js';

export interface ComposerFilesProps extends Omit<PartProps<'ul', ComposerState>, 'children'> {
  /** Renders one file and its button. @defaultValue its name, and a button that removes it */
  children?: (file: FilePart, remove: () => void) => ReactNode;
}

const NONE: readonly FilePart[] = [];

/** The files of the draft that are sent as they are. Renders nothing without any. */
export const ComposerFiles = forwardRef<HTMLUListElement, ComposerFilesProps>(
  function ComposerFiles(props, ref) {
    const { children: draw, ...given } = props;
    const { composer, state, inputRef } = useComposer('Composer.Files');
    const words = useWords();
    const { answerParts } = words;
    const partWords = useMemo(
      () => ({ ...englishAnswerPartsWords, ...answerParts }),
      [answerParts],
    );
    const announce = useAnnounce();
    const list = useRef<HTMLUListElement>(null);
    const parts = composer.files?.parts ?? NONE;

    const shown = useRef(NONE);
    useEffect(() => {
      const added = parts.filter((part) => !shown.current.some(({ id }) => id === part.id));
      shown.current = parts;
      for (const { name } of added) {
        announce(partWords.fileAttached(cleanName(name ?? '') || partWords.unnamedFile));
      }
    }, [parts, announce, partWords]);

    const remove = (id: string, name: string): void => {
      composer.files?.remove(id);
      announce(words.fileRemoved(name));
      // The button that was pressed is gone. On a touch screen, focusing the text would open the keyboard.
      const next = list.current?.querySelector<HTMLElement>(`li:not([data-id="${id}"]) button`);
      if (next) next.focus();
      else if (matchesMedia('(pointer: fine)')) inputRef.current?.focus();
    };
    const element = usePart({
      tag: 'ul',
      name: 'composer-files',
      own: {
        role: 'list',
        'aria-label': partWords.files,
        children: parts.map((part) => (
          <FileItem
            key={part.id}
            part={part}
            name={cleanName(part.name ?? '') || partWords.unnamedFile}
            draw={draw}
            onRemove={remove}
          />
        )),
      },
      given,
      state,
      ref,
      ownRef: list,
    });
    return parts.length === 0 ? null : element;
  },
);

interface FileItemProps {
  part: FilePart;
  name: string;
  draw: ComposerFilesProps['children'];
  onRemove: (id: string, name: string) => void;
}

function FileItem({ part, name, draw, onRemove }: FileItemProps): ReactElement {
  const words = useWords();
  const remove = (): void => onRemove(part.id, name);
  return (
    <li data-id={part.id}>
      {draw ? (
        draw(part, remove)
      ) : (
        <>
          {name}{' '}
          <button type="button" aria-label={words.removeFile(name)} onClick={remove}>
            ×
          </button>
        </>
      )}
    </li>
  );
}
