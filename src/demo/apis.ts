/** Every API of the demo backend, with a list of paths each. */
import { anthropicErrors } from './anthropic/anthropic-errors.js';
import {
  anthropicFileContent,
  deleteAnthropicFile,
  listAnthropicFiles,
  retrieveAnthropicFile,
  uploadAnthropicFile,
} from './anthropic/files.js';
import { countMessageTokens, messages } from './anthropic/messages.js';
import { listAnthropicModels, retrieveAnthropicModel } from './anthropic/models.js';
import {
  createAssistant,
  createMessage,
  createRun,
  createThread,
  createThreadAndRun,
  listMessages,
  retrieveRun,
} from './assistants/assistants.js';
import {
  cancelMessageBatch,
  createMessageBatch,
  listMessageBatches,
  messageBatchResults,
  retrieveMessageBatch,
} from './batches/anthropic-batches.js';
import { cancelBatch, createBatch, listBatches, retrieveBatch } from './batches/openai-batches.js';
import {
  deleteGeminiFile,
  listGeminiFiles,
  retrieveGeminiFile,
  uploadGeminiFile,
} from './gemini/files.js';
import { geminiErrors } from './gemini/gemini-errors.js';
import { geminiCall, listGeminiModels, retrieveGeminiModel } from './gemini/generate.js';
import { ollamaChat, ollamaShow, ollamaTags } from './ollama/chat.js';
import { ollamaErrors } from './ollama/ollama-errors.js';
import { chatCompletions } from './openai/chat-completions.js';
import { deleteFile, fileContent, listFiles, retrieveFile, uploadFile } from './openai/files.js';
import { editImages, generateImages } from './openai/images.js';
import { listModels, retrieveModel } from './openai/list-models.js';
import { openaiErrors } from './openai/openai-errors.js';
import { responses, responsesInputTokens } from './openai/responses.js';
import type { Api } from './routes.js';

const anthropic: Api = {
  style: anthropicErrors,
  // OpenAI uses the same paths for models and files.
  isFor: ({ url, headers }) =>
    headers.has('anthropic-version') || headers.has('x-api-key') || url.includes('/messages'),
  routes: [
    { method: 'POST', path: '/v1/messages/count_tokens', handle: countMessageTokens },
    { method: 'POST', path: '/v1/messages/batches', handle: createMessageBatch },
    { method: 'GET', path: '/v1/messages/batches', handle: listMessageBatches },
    { method: 'GET', path: '/v1/messages/batches/:id', handle: retrieveMessageBatch },
    { method: 'POST', path: '/v1/messages/batches/:id/cancel', handle: cancelMessageBatch },
    { method: 'GET', path: '/v1/messages/batches/:id/results', handle: messageBatchResults },
    { method: 'POST', path: '/v1/messages', handle: messages, isAnswer: true },
    { method: 'GET', path: '/v1/models', handle: listAnthropicModels },
    { method: 'GET', path: '/v1/models/:id', handle: retrieveAnthropicModel },
    { method: 'POST', path: '/v1/files', handle: uploadAnthropicFile },
    { method: 'GET', path: '/v1/files', handle: listAnthropicFiles },
    { method: 'GET', path: '/v1/files/:id/content', handle: anthropicFileContent },
    { method: 'GET', path: '/v1/files/:id', handle: retrieveAnthropicFile },
    { method: 'DELETE', path: '/v1/files/:id', handle: deleteAnthropicFile },
  ],
};

const gemini: Api = {
  style: geminiErrors,
  isFor: ({ url, headers }) =>
    !url.includes('/openai/') &&
    (/\/v1(beta|alpha)\/|\/models\/[^/]+:\w+/.test(url) ||
      headers.has('x-goog-api-key') ||
      headers.has('x-goog-upload-command')),
  routes: [
    { method: 'POST', path: '/models/:call', handle: geminiCall, isAnswer: true },
    { method: 'GET', path: '/models/:call', handle: retrieveGeminiModel },
    { method: 'GET', path: '/models', handle: listGeminiModels },
    { method: 'POST', path: '/files', handle: uploadGeminiFile },
    { method: 'GET', path: '/files', handle: listGeminiFiles },
    { method: 'GET', path: '/files/:id', handle: retrieveGeminiFile },
    { method: 'DELETE', path: '/files/:id', handle: deleteGeminiFile },
  ],
};

const ollama: Api = {
  style: ollamaErrors,
  routes: [
    { method: 'POST', path: '/api/chat', handle: ollamaChat, isAnswer: true },
    { method: 'GET', path: '/api/tags', handle: ollamaTags },
    { method: 'POST', path: '/api/show', handle: ollamaShow },
  ],
};

const openai: Api = {
  style: openaiErrors,
  routes: [
    {
      method: 'POST',
      path: '/deployments/:deployment/chat/completions',
      handle: chatCompletions,
      isAnswer: true,
    },
    { method: 'POST', path: '/chat/completions', handle: chatCompletions, isAnswer: true },
    { method: 'POST', path: '/responses/input_tokens', handle: responsesInputTokens },
    { method: 'POST', path: '/responses', handle: responses, isAnswer: true },
    { method: 'POST', path: '/images/generations', handle: generateImages, isAnswer: true },
    { method: 'POST', path: '/images/edits', handle: editImages, isAnswer: true },
    { method: 'GET', path: '/models', handle: listModels },
    { method: 'GET', path: '/models/:id', handle: retrieveModel },
    { method: 'POST', path: '/files', handle: uploadFile },
    { method: 'GET', path: '/files', handle: listFiles },
    { method: 'GET', path: '/files/:id/content', handle: fileContent },
    { method: 'GET', path: '/files/:id', handle: retrieveFile },
    { method: 'DELETE', path: '/files/:id', handle: deleteFile },
    { method: 'POST', path: '/batches', handle: createBatch },
    { method: 'GET', path: '/batches', handle: listBatches },
    { method: 'GET', path: '/batches/:id', handle: retrieveBatch },
    { method: 'POST', path: '/batches/:id/cancel', handle: cancelBatch },
    { method: 'POST', path: '/assistants', handle: createAssistant },
    { method: 'POST', path: '/threads/runs', handle: createThreadAndRun, isAnswer: true },
    { method: 'POST', path: '/threads/:thread/runs', handle: createRun, isAnswer: true },
    { method: 'GET', path: '/threads/:thread/runs/:run', handle: retrieveRun },
    { method: 'POST', path: '/threads/:thread/messages', handle: createMessage },
    { method: 'GET', path: '/threads/:thread/messages', handle: listMessages },
    { method: 'POST', path: '/threads', handle: createThread },
  ],
};

/** In the order in which they are tried; an unknown path gets OpenAI's errors. */
export const apis: readonly Api[] = [anthropic, gemini, ollama, openai];
