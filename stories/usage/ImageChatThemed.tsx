import type { CSSProperties } from 'react';
import { type Connection, ImageChat } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

const brand = {
  '--ick-accent': '#0b6b4f',
  '--ick-accent-soft': '#e2f3ec',
  '--ick-bg': '#f7f5ef',
  '--ick-radius-l': '0.5rem',
  '--ick-radius-m': '0.25rem',
  '--ick-font': 'Georgia, serif',
} as CSSProperties;

export function Chat({ connection }: { connection: Connection }) {
  return <ImageChat connection={connection} theme="light" style={brand} />;
}
