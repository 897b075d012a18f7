import { useCallback, useState, type ReactElement, type ReactNode } from 'react';
import type { ChatTrace } from '../../src/index.js';
import { bytes } from '../../src/components/devtools/format.js';

interface SentImage {
  mediaType: string;
  detail: string;
  sizeBytes: number;
}

interface SentBody {
  messages: {
    content: string | { image_url?: { url: string; detail?: string } }[];
  }[];
}

async function readSentImages(body: Blob): Promise<SentImage[]> {
  const { messages } = JSON.parse(await body.text()) as SentBody;
  const parts = messages.flatMap(({ content }) => (typeof content === 'string' ? [] : content));
  return parts.flatMap(({ image_url: image }) => {
    const [, mediaType = 'a link', base64 = ''] =
      /^data:([^;]+);base64,(.*)$/.exec(image?.url ?? '') ?? [];
    const detail = image?.detail ?? 'none';
    return image ? [{ mediaType, detail, sizeBytes: (base64.length * 3) / 4 }] : [];
  });
}

export interface SentImagesProps {
  /** The app, which hands `onTrace` to its adapter. */
  children: (onTrace: (trace: ChatTrace) => void) => ReactNode;
}

/** An app, and what really left it: the images in the body of its last request, each with the detail it asks for. */
export function SentImages({ children }: SentImagesProps): ReactElement {
  const [sent, setSent] = useState<readonly SentImage[]>([]);
  const onTrace = useCallback((trace: ChatTrace) => {
    if (trace.type === 'request') void readSentImages(trace.request.body).then(setSent);
  }, []);
  return (
    <>
      {children(onTrace)}
      <section className="st-card">
        <h2>In the request</h2>
        {sent.length === 0 ? (
          <p className="st-hint">No images yet.</p>
        ) : (
          <ol aria-label="Images in the request" style={{ paddingInlineStart: '1.25rem' }}>
            {sent.map(({ mediaType, detail, sizeBytes }, index) => (
              <li key={index}>
                {mediaType}, detail <b>{detail}</b>, {bytes(sizeBytes)}
              </li>
            ))}
          </ol>
        )}
      </section>
    </>
  );
}
