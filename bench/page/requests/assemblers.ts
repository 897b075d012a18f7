import type { ChatMessage } from '../../../src/messages/types.ts';
import { anthropicMessages } from '../../../src/wire/anthropic-messages/index.ts';
import { geminiGenerate } from '../../../src/wire/gemini-generate/index.ts';
import { openaiChat } from '../../../src/wire/openai-chat/index.ts';
import type { WireFormat } from '../../../src/wire/types.ts';

export interface Assembler {
  name: string;
  assemble(images: readonly Blob[]): Promise<Blob>;
}

function kit(wire: WireFormat): Assembler {
  return {
    name: `image-chat-kit, ${wire.name}`,
    async assemble(images) {
      const message: ChatMessage = {
        id: 'question',
        role: 'user',
        parts: [
          ...images.map((bytes, index) => ({
            type: 'image' as const,
            id: `${index}`,
            mediaType: 'image/jpeg' as const,
            detail: 'high' as const,
            data: { kind: 'bytes' as const, bytes },
          })),
          { type: 'text', text: 'Compare them.' },
        ],
      };
      return (await wire.buildRequest([message], { model: 'gpt-4o' })).body;
    },
  };
}

function dataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error('unreadable')));
    reader.readAsDataURL(blob);
  });
}

/** What apps do, and the official clients ask for: data URLs in an object, made into one string. */
const plain: Assembler = {
  name: 'FileReader + JSON.stringify',
  async assemble(images) {
    const urls = await Promise.all(images.map(dataUrl));
    const content = urls.map((url) => ({ type: 'image_url', image_url: { url } }));
    return new Blob([
      JSON.stringify({ model: 'gpt-4o', stream: true, messages: [{ role: 'user', content }] }),
    ]);
  },
};

export const assemblers: readonly Assembler[] = [
  ...[openaiChat, anthropicMessages, geminiGenerate].map(kit),
  plain,
];
