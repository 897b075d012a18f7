import type { ReactElement } from 'react';
import type { QueueItem } from '../../../src/index.js';
import { useObjectUrl } from '../../../src/parts.js';

export interface ImageChooserProps {
  items: readonly QueueItem[];
  selected: QueueItem | undefined;
  onSelect: (id: string) => void;
}

function Choice({
  item,
  index,
  isSelected,
  onSelect,
}: {
  item: QueueItem;
  index: number;
  isSelected: boolean;
  onSelect: () => void;
}) {
  // The file itself may be of a kind that this browser does not show.
  const preparedUrl = useObjectUrl(item.prepared?.blob);
  const url = preparedUrl ?? item.previewUrl;
  return (
    <button type="button" className="pg-image" aria-pressed={isSelected} onClick={onSelect}>
      {item.status === 'failed' || url === undefined ? (
        <span aria-label={`${index + 1}, ${item.name}`}>{index + 1}</span>
      ) : (
        <img src={url} alt={`${index + 1}, ${item.name}`} />
      )}
    </button>
  );
}

/** The image whose way the panels show. */
export function ImageChooser({ items, selected, onSelect }: ImageChooserProps): ReactElement {
  if (items.length === 0)
    return <p className="pg-images pg-empty">Add an image: its way to the model shows here.</p>;
  return (
    <fieldset className="pg-images">
      <legend className="pg-visually-hidden">Image</legend>
      {items.map((item, index) => (
        <Choice
          key={item.id}
          item={item}
          index={index}
          isSelected={item === selected}
          onSelect={() => onSelect(item.id)}
        />
      ))}
    </fieldset>
  );
}
