import type { ReactElement } from 'react';
import type { QueueItem } from '../../queue/types.js';
import { useObjectUrl } from '../../react/use-object-url.js';

export interface ImageChooserProps {
  items: readonly QueueItem[];
  selected: QueueItem | undefined;
  onSelect: (id: string) => void;
}

interface ChoiceProps {
  item: QueueItem;
  index: number;
  isSelected: boolean;
  onSelect: () => void;
}

function Choice({ item, index, isSelected, onSelect }: ChoiceProps): ReactElement {
  // The file itself may be of a kind that this browser does not show.
  const preparedUrl = useObjectUrl(item.prepared?.blob);
  const url = preparedUrl ?? item.previewUrl;
  const label = `${index + 1}, ${item.name}`;
  return (
    <button
      type="button"
      className={`ik:size-12 ik:flex-none ik:overflow-hidden ik:rounded-md ik:bg-sunken ${
        isSelected ? 'ik:border-2 ik:border-accent' : 'ik:border ik:border-line'
      }`}
      aria-label={label}
      aria-pressed={isSelected}
      onClick={onSelect}
    >
      {item.status === 'failed' || url === undefined ? (
        index + 1
      ) : (
        <img className="ik:size-full ik:object-cover" src={url} alt="" />
      )}
    </button>
  );
}

/** The images, one of which the panels show. */
export function ImageChooser({ items, selected, onSelect }: ImageChooserProps): ReactElement {
  if (items.length === 0)
    return (
      <p className="ik:m-0 ik:min-h-12 ik:p-1 ik:text-xs ik:text-ink-2">
        Add an image: its way to the model shows here.
      </p>
    );
  return (
    <fieldset className="ik:m-0 ik:flex ik:min-w-0 ik:gap-1.5 ik:overflow-x-auto ik:border-0 ik:p-1">
      <legend className="ik:sr-only">Image</legend>
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
