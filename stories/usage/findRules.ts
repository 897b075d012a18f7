import { findRules } from 'image-chat-kit/core';

const { vision, acceptedMediaTypes, source } = findRules('anthropic/claude-sonnet-5', {
  baseUrl: 'https://openrouter.ai/api/v1',
});

console.log(vision, acceptedMediaTypes, `read on ${source.checked} at ${source.page}`);
