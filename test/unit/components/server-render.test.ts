import { type ComponentProps, createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test, vi } from 'vitest';
import { ImageChat, MessageList } from '../../../src/index.js';
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
  expect(html).toContain('A tower.');
  expect(warnings).not.toHaveBeenCalled();
});

test('markdown is rendered on a server', () => {
  const html = renderToString(createElement(Markdown, { text: '# Title\n\nA **bold** word.' }));
  expect(html).toContain('<h1>Title</h1>');
  expect(html).toContain('<strong>bold</strong>');
});

/** `style-src 'self'` drops style attributes of a page that a server made, and hydration does not set them again. */
test('what a server renders has no style attribute', () => {
  const connection = { baseUrl: 'https://demo.example/v1', wire: openaiChat, model: 'gpt-4o' };
  const message = {
    id: 'm',
    role: 'user' as const,
    parts: [
      {
        type: 'image' as const,
        id: 'i',
        mediaType: 'image/png' as const,
        detail: 'auto' as const,
        data: { kind: 'url' as const, url: 'https://demo.example/1.png' },
        width: 300,
        height: 200,
      },
    ],
  };
  const chat: ComponentProps<typeof MessageList>['chat'] = {
    entries: [{ message }],
    status: 'ready',
    questionOptions: { queue: {}, message: connection },
    regenerate: () => Promise.reject(new Error('not asked')),
    edit: () => Promise.reject(new Error('not asked')),
    remove: () => {},
    leftOutIds: new Set<string>(),
  };
  const pages = [
    createElement(ImageChat, { connection, initialEntries: [{ message }] }),
    createElement(MessageList, { chat }),
    createElement(Markdown, {
      text: '| a | b | c |\n| :- | :-: | -: |\n| 1 | 2 | 3 |\n\n![a](https://demo.example/1.png)',
    }),
  ];
  for (const html of pages.map((page) => renderToString(page))) {
    expect(html).not.toMatch(/\sstyle=/);
  }
  expect(renderToString(pages[1])).toContain('message-group');
  expect(renderToString(pages[2])).toMatch(/<td align="center"[^>]*>2<\/td>/);
});
