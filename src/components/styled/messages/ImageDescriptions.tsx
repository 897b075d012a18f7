import type { ReactElement } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { imagesOf } from '../../parts/messages/messages-context.js';
import { useDescribingWords } from '../../words/use-describing-words.js';
import { useWords } from '../../words/WordsProvider.js';

/**
 * Another model's descriptions of the images of a message, which were sent in their place. Renders nothing without any.
 */
export function ImageDescriptions({ entry }: { entry: ChatEntry }): ReactElement | null {
  const words = useWords();
  const { descriptions } = useDescribingWords();
  const described = imagesOf(entry).flatMap(({ id, description }, index) =>
    description === undefined ? [] : [{ id, description, number: index + 1 }],
  );
  if (described.length === 0) return null;
  return (
    <details data-ick-part="image-descriptions" className="ik:max-w-[86%] ik:text-sm ik:text-ink-2">
      <summary className="ik:cursor-pointer ik:rounded-sm ik:text-ink-3">
        {descriptions(described.length)}
      </summary>
      <dl className="ik:m-0 ik:mt-1.5 ik:grid ik:gap-1.5">
        {described.map(({ id, description, number }) => (
          <div key={id}>
            <dt className="ik:font-medium">{words.image(number)}</dt>
            <dd className="ik:m-0 ik:whitespace-pre-wrap ik:wrap-anywhere">{description}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
