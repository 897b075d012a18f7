import { expect, test } from 'vitest';
import { joinUrl } from '../../../src/transport/join-url.js';

test.each([
  ['http://localhost:11434/api', '/api/chat', 'http://localhost:11434/api/chat'],
  [
    'https://g.example/v1beta/models',
    '/v1beta/models/m:go',
    'https://g.example/v1beta/models/m:go',
  ],
  [
    'https://api.example/v1/responses',
    '/chat/completions',
    'https://api.example/v1/chat/completions',
  ],
  ['http://localhost:11434/api/tags', '/api/chat', 'http://localhost:11434/api/chat'],
  ['http://localhost:11434/v1', '/api/chat', 'http://localhost:11434/api/chat'],
  ['https://api.example/v1/models', '/chat/completions', 'https://api.example/v1/chat/completions'],
  ['https://api.example/v1/chat', '/chat/completions', 'https://api.example/v1/chat/completions'],
  ['https://g.example/v1', '/v1beta/models/m:go', 'https://g.example/v1/models/m:go'],
  [
    'https://g.example/v1beta/models/other:go?alt=sse',
    '/v1beta/models/m:go?alt=sse',
    'https://g.example/v1beta/models/m:go?alt=sse',
  ],
  [
    'https://gateway.example/v1/account/openai',
    '/chat/completions',
    'https://gateway.example/v1/account/openai/chat/completions',
  ],
  // The name of a route of an app's own.
  [
    'https://app.example/api/chat',
    '/chat/completions',
    'https://app.example/api/chat/chat/completions',
  ],
  [
    'https://api.example.com/v1',
    '/chat/completions',
    'https://api.example.com/v1/chat/completions',
  ],
  [
    'https://api.example.com/v1/',
    'chat/completions',
    'https://api.example.com/v1/chat/completions',
  ],
  ['https://api.example.com', '/v1/messages', 'https://api.example.com/v1/messages'],
  ['https://api.example.com/v1', '/v1/messages', 'https://api.example.com/v1/messages'],
  ['https://api.example.com/v1/messages', '/v1/messages', 'https://api.example.com/v1/messages'],
  [
    'https://x.example/openai/deployments/d?api-version=2',
    '/chat/completions',
    'https://x.example/openai/deployments/d/chat/completions?api-version=2',
  ],
  [
    'https://g.example',
    '/v1beta/models/m:streamGenerateContent?alt=sse',
    'https://g.example/v1beta/models/m:streamGenerateContent?alt=sse',
  ],
  ['https://g.example/?a=1', '/p?b=2', 'https://g.example/p?a=1&b=2'],
  ['/api/chat', '/chat/completions', '/api/chat/chat/completions'],
  ['/api', '/chat/completions', '/api/chat/completions'],
  ['https://chat', '/chat', 'https://chat/chat'],
  ['https://api.example.com/v1#note', '', 'https://api.example.com/v1'],
])('%s and %s make %s', (baseUrl, path, url) => {
  expect(joinUrl(baseUrl, path)).toBe(url);
});
