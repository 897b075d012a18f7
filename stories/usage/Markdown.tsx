import { Markdown } from 'image-chat-kit/markdown';
import 'image-chat-kit/styles.css';

export function AnswerText({ text, isStreaming }: { text: string; isStreaming: boolean }) {
  return <Markdown text={text} isStreaming={isStreaming} />;
}
