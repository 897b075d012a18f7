import { type ReactElement, useMemo } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { WireWarning } from '../../../wire/types.js';
import { imagesOf } from '../../parts/messages/messages-context.js';
import { cleanName } from '../../words/clean-name.js';
import { englishSendingWords, type SendingWords } from '../../words/english/sending.js';
import { useWords } from '../../words/WordsProvider.js';

/**
 * What the wire format changed in a question or left out of it. Options of the connection are the app's own matter and
 * are not listed. Renders nothing without any changes.
 */
export function SendWarnings({ entry }: { entry: ChatEntry }): ReactElement | null {
  const { image, locale, sending } = useWords();
  const words = useMemo(() => ({ ...englishSendingWords, ...sending }), [sending]);
  const shown = entry.warnings?.filter(({ code }) => code !== 'option-dropped') ?? [];
  if (shown.length === 0) return null;
  const list = new Intl.ListFormat(locale);
  const sentences = [...new Set(shown.map((warning) => words.warning(warning)))];
  return (
    <ul
      data-ick-part="send-warnings"
      aria-label={words.sentWithChanges}
      className="ik:grid ik:max-w-[86%] ik:list-none ik:justify-items-end ik:gap-0.5 ik:text-xs ik:text-ink-3"
    >
      {sentences.map((sentence) => {
        const names = shown
          .filter((warning) => words.warning(warning) === sentence)
          .flatMap((warning) => nameOf(warning, entry, words, image) ?? []);
        return (
          <li key={sentence} className="ik:text-end ik:wrap-anywhere">
            {names.length > 0 && `${list.format(names)}: `}
            {sentence}
          </li>
        );
      })}
    </ul>
  );
}

function nameOf(
  { imageId, fileId }: WireWarning,
  entry: ChatEntry,
  words: SendingWords,
  image: (number: number) => string,
): string | undefined {
  if (imageId !== undefined) {
    const number = imagesOf(entry).findIndex(({ id }) => id === imageId) + 1;
    return number === 0 ? words.earlierImage : image(number);
  }
  if (fileId === undefined) return undefined;
  const file = entry.message.parts.find((part) => part.type === 'file' && part.id === fileId);
  return cleanName((file?.type === 'file' && file.name) || '') || words.unnamedFile;
}
