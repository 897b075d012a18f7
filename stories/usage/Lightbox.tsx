import { useState } from 'react';
import { Lightbox, type LightboxImage } from 'image-chat-kit/lightbox';
import 'image-chat-kit/styles.css';

export function Gallery({ images }: { images: readonly LightboxImage[] }) {
  const [index, setIndex] = useState<number>();
  return (
    <>
      <button type="button" onClick={() => setIndex(0)}>
        Open
      </button>
      {index !== undefined && (
        <Lightbox
          images={images}
          index={index}
          onIndexChange={setIndex}
          onClose={() => setIndex(undefined)}
        />
      )}
    </>
  );
}
