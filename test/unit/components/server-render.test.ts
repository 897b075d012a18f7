import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { ImageChat } from '../../../src/components/index.js';
import { Markdown } from '../../../src/markdown.js';
import { openaiChat } from '../../../src/wire/openai-chat/index.js';

test('a chat is rendered on a server, without a warning', () => {
  const warnings = vi.spyOn(console, 'error');
  const connection = { baseUrl: 'https://demo.example/v1', wire: openaiChat, model: 'gpt-4o' };
  const html = renderToString(
    createElement(ImageChat, {
      connection,
      initialEntries: [
        { message: { id: 'q', role: 'user', parts: [{ type: 'text', text: 'What is it?' }] } },
        {
          message: { id: 'a', role: 'assistant', parts: [{ type: 'text', text: 'A **tower**.' }] },
          answer: { status: 'complete', startedAtMs: 0 },
        },
      ],
    }),
  );
  expect(html).toContain('<textarea');
  expect(html).toContain('What is it?');
  expect(html).toContain('A **tower**.');
  expect(warnings).not.toHaveBeenCalled();
});

test('markdown is rendered on a server', () => {
  const html = renderToString(createElement(Markdown, { text: '# Title\n\nA **bold** word.' }));
  expect(html).toContain('<h1>Title</h1>');
  expect(html).toContain('<strong>bold</strong>');
});
