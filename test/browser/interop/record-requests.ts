import { demoConnection } from '../../helpers/demo-connection.js';

interface SentPart {
  type: string;
  text?: string;
  image_url?: { url: string; detail?: string };
}

interface SentBody {
  messages: { role: string; content: string | SentPart[] }[];
}

/** A connection to the demo backend, and what was sent over it. */
export function recordRequests() {
  const { connection, bodies } = demoConnection();
  /** The images of the last request: type and detail. */
  const sentImages = (): { mediaType: string; detail: string | undefined }[] =>
    (JSON.parse(bodies.at(-1) ?? '{"messages":[]}') as SentBody).messages
      .flatMap(({ content }) => (typeof content === 'string' ? [] : content))
      .flatMap(({ image_url: image }) =>
        image
          ? [{ mediaType: /^data:([^;]+)/.exec(image.url)?.[1] ?? '', detail: image.detail }]
          : [],
      );
  return { connection, bodies, sentImages };
}
