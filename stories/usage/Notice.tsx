import { Notice } from 'image-chat-kit';
import 'image-chat-kit/styles.css';

export function KeyRefused({ onRetry }: { onRetry: () => void }) {
  return (
    <Notice tone="bad" actions={[{ label: 'Try again', onPress: onRetry }]}>
      The key was refused. Check it, or ask for a new one.
    </Notice>
  );
}
