import { type Connection, type DescribeImages, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

const describeImages: DescribeImages = (images, signal) =>
  Promise.all(
    images.map(async ({ data }) => {
      const body = data.kind === 'bytes' ? data.bytes : undefined;
      const response = await fetch('/api/describe', { method: 'POST', body: body ?? null, signal });
      if (!response.ok) throw new Error(`The description failed with ${response.status}.`);
      return response.text();
    }),
  );

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} describeImages={describeImages} />;
}
