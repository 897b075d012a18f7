import { useState } from 'react';
import { ThumbnailChooser } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

interface SlideChooserProps {
  fileName: string;
  /** Address of a small image of each slide. */
  previews: readonly string[];
  onChoose: (slides: readonly number[]) => void;
  onCancel: () => void;
}

/** What `ask` of a `FileSource` for slides renders. */
export function SlideChooser({ fileName, previews, onChoose, onCancel }: SlideChooserProps) {
  const [chosen, setChosen] = useState<readonly number[]>([0]);
  return (
    <ThumbnailChooser
      title={`Slides of ${fileName}`}
      count={previews.length}
      labelOf={(index) => `Slide ${index + 1}`}
      renderThumbnail={(index) => <img src={previews[index]} alt="" width={96} height={54} />}
      rangeLabel="Slides"
      maxChosen={20}
      chosen={chosen}
      onChosenChange={setChosen}
      onAdd={() => onChoose(chosen)}
      onCancel={onCancel}
    />
  );
}
