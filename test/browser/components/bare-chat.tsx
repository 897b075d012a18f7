import { createRoot } from 'react-dom/client';
import '../../../src/components/styles.css';
import { ImageChat } from '../../../src/index.js';
import { createDemoBackend } from '../../../src/demo/index.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

/** A chat in a page that has nothing of the test runner, as a frame with rights of its own. */
const backend = createDemoBackend();
const connection = {
  baseUrl: 'https://demo.example/v1',
  wire: openaiChat,
  model: 'gpt-4o',
  fetch: (input: RequestInfo | URL, init?: RequestInit) => backend(new Request(input, init)),
};
createRoot(document.body).render(
  <div style={{ height: 600 }}>
    <ImageChat connection={connection} />
  </div>,
);
