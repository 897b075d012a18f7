// The page of an app, which the built package is bundled into. `?worker=file` starts the worker from its own file, `?demo`
// answers in the page, `?keep` keeps the conversation and the draft, `?heic` opens HEIC in every browser, `?pdf` opens
// PDFs, `?video` opens videos, `?mermaid` draws diagrams, `?reply=…` is what the model says.
import { createElement } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { ImageChat } from 'image-chat-kit';
import { createWorker } from 'image-chat-kit/create-worker';
import { createDemoBackend } from 'image-chat-kit/demo';
import { openaiChat } from 'image-chat-kit/wire/openai-chat';
import 'image-chat-kit/styles.css';

const query = new URLSearchParams(location.search);
if (query.has('heic')) await import('image-chat-kit/heic');
const fileSources = query.has('pdf') ? [(await import('image-chat-kit/pdf')).pdfPages()] : [];
if (query.has('video')) fileSources.push((await import('image-chat-kit/video')).videoFrames());
const plugins = query.has('mermaid')
  ? [(await import('image-chat-kit/mermaid')).mermaidDiagrams()]
  : [];
const reply = () => query.get('reply') ?? undefined;
const root = document.querySelector('#root');
const connection = {
  wire: openaiChat,
  baseUrl: '/api',
  model: 'gpt-4o',
  ...(query.has('demo') && { fetch: createDemoBackend({ delayMs: 0, tokensPerSecond: 0, reply }) }),
};
const queue = query.has('worker') ? { pipelineOptions: { worker: createWorker } } : {};
const kept = query.has('keep') ? { conversationKey: 'conversation', draftKey: 'draft' } : {};
const markdown = { plugins };
const chat = createElement(ImageChat, {
  connection,
  queue,
  markdown,
  intake: { fileSources },
  ...kept,
});

globalThis.violations = [];
addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
  globalThis.violations.push(`${effectiveDirective} ${blockedURI}`),
);
if (root.firstElementChild) hydrateRoot(root, chat);
else createRoot(root).render(chat);
