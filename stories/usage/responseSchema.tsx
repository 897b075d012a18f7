import { type Connection, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

const receipts = {
  type: 'array',
  items: {
    type: 'object',
    properties: { shop: { type: 'string' }, total: { type: 'number' } },
    required: ['shop', 'total'],
    additionalProperties: false,
  },
};

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} responseSchema={receipts} />;
}
