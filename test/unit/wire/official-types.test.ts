/** The bodies we write, against the types of the official packages. The type checker is the judge. */
import type { MessageCreateParams } from '@anthropic-ai/sdk/resources/messages';
import type { Content, GenerateContentConfig, Part, PartMediaResolution } from '@google/genai';
import type { ChatRequest } from 'ollama';
import type { ThreadCreateAndRunParams } from 'openai/resources/beta/threads/threads';
import type {
  ChatCompletionCreateParams,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import type { ImageEditParams, ImageGenerateParams } from 'openai/resources/images';
import type { ResponseCreateParams, ResponseInputItem } from 'openai/resources/responses/responses';
import { expectTypeOf, test } from 'vitest';
import type { AnthropicMessagesBody } from '../../../src/wire/anthropic-messages/index.js';
import type {
  GeminiContent,
  GeminiGenerateBody,
  GeminiPart,
} from '../../../src/wire/gemini-generate/index.js';
import type { OllamaChatBody } from '../../../src/wire/ollama-chat/index.js';
import type { OpenAiAssistantsBody } from '../../../src/wire/openai-assistants/index.js';
import type { OpenAiChatBody } from '../../../src/wire/openai-chat/index.js';
import type { OpenAiImagesBody } from '../../../src/wire/openai-images/index.js';
import type {
  OpenAiResponsesBody,
  OpenAiResponsesItem,
} from '../../../src/wire/openai-responses/index.js';

type UserItem = Extract<OpenAiResponsesItem, { role: 'user' | 'system' }>;
/** The format's type asks for a `detail`; the server does not, and some refuse it. */
type WithDetail<Item> = Item extends { role: 'user'; content: Array<infer Part> }
  ? {
      role: 'user';
      content: Array<Part extends { type: 'input_image' } ? Part & { detail: 'auto' } : Part>;
    }
  : Item;
/** The official type has no media type that the caller names; it lists the four. */
type MediaType = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp';
type WithMediaType<T> = T extends string
  ? T
  : T extends { media_type: 'application/pdf' }
    ? T
    : T extends { type: 'base64'; data: string }
      ? { type: 'base64'; data: string; media_type: MediaType }
      : T extends object
        ? { [Key in keyof T]: WithMediaType<T[Key]> }
        : T;

/** The official type is an enum, which no string extends. */
type WithLevel<T> = T extends { mediaResolution?: unknown }
  ? Omit<T, 'mediaResolution'> & { mediaResolution?: PartMediaResolution }
  : T;
type GenerationConfig = NonNullable<GeminiGenerateBody['generationConfig']>;

test('the official packages would take what we write', () => {
  expectTypeOf<OpenAiChatBody>().toExtend<ChatCompletionCreateParams>();
  expectTypeOf<WithDetail<UserItem>>().toExtend<ResponseInputItem>();
  expectTypeOf<Omit<OpenAiResponsesBody, 'input'>>().toExtend<ResponseCreateParams>();
  expectTypeOf<OpenAiImagesBody>().toExtend<ImageGenerateParams>();
  // The client writes a form, with the images as files.
  expectTypeOf<Omit<OpenAiImagesBody, 'images'>>().toExtend<Omit<ImageEditParams, 'image'>>();
  expectTypeOf<OpenAiAssistantsBody>().toExtend<ThreadCreateAndRunParams>();
  expectTypeOf<WithMediaType<AnthropicMessagesBody>>().toExtend<MessageCreateParams>();
  expectTypeOf<WithLevel<GeminiPart>>().toExtend<Part>();
  expectTypeOf<Omit<GeminiContent, 'parts'>>().toExtend<Content>();
  expectTypeOf<GenerationConfig>().toExtend<GenerateContentConfig>();
  expectTypeOf<OllamaChatBody>().toExtend<ChatRequest>();
});

test('the judge is awake: a body of one format is no body of another', () => {
  expectTypeOf<OpenAiChatBody>().not.toExtend<ResponseInputItem>();
  expectTypeOf<OpenAiResponsesItem>().not.toExtend<ChatCompletionMessageParam>();
  expectTypeOf<AnthropicMessagesBody>().not.toExtend<ChatCompletionCreateParams>();
});
