/** What snippets of the docs leave to their reader: variables of an app, and packages that are not installed here. */
export const variables: Record<string, string> = {
  app: 'const app: { all: (path: string, answer: (c: { req: { raw: Request } }) => Promise<Response>) => void }',
  Bun: 'const Bun: { serve: (options: { routes: Record<string, (request: Request) => Promise<Response>> }) => void }',
  deleteFromStore:
    "const deleteFromStore: (image: import('image-chat-kit').UploadedImage, options: { signal: AbortSignal }) => Promise<void>",
  Deno: 'const Deno: { serve: (handler: (request: Request) => Promise<Response>) => void }',
  handler: 'const handler: (request: Request) => Promise<Response>',
  prepared: "const prepared: import('image-chat-kit').PreparedImage",
  presign:
    'const presign: (facts: { sha256: string | undefined; signal: AbortSignal }) => Promise<{ putUrl: string; getUrl: string }>',
  put: 'const put: (url: string, bytes: Blob, options: { signal: AbortSignal; onProgress: (fraction: number) => void }) => Promise<void>',
  readSession: 'const readSession: (request: Request) => Promise<{ userId: string } | undefined>',
  report: 'const report: (image: unknown, error: Error) => void',
  signal: 'const signal: AbortSignal',
  connection: "const connection: import('image-chat-kit').Connection",
  CopilotChat:
    "const CopilotChat: import('react').ComponentType<{ attachments: { onUploadFailed?: (failure: { message: string }) => void; [option: string]: unknown } }>",
  expect: "const expect: typeof import('vitest').expect",
  fetchToken: 'const fetchToken: () => Promise<string>',
  file: 'const file: File',
  id: 'const id: string',
  measure: "const measure: (image: import('image-chat-kit').ImagePart) => void",
  item: "const item: import('image-chat-kit').QueueItem",
  keyTheUserTyped: 'const keyTheUserTyped: string',
  model: 'const model: string',
  pinnedIds: 'const pinnedIds: ReadonlySet<string>',
  png: 'const png: File',
  price:
    "const price: NonNullable<Parameters<typeof import('image-chat-kit').useImageMessage>[0]['price']>",
  queue: "const queue: ReturnType<typeof import('image-chat-kit').useImageQueue>",
  setImages: "const setImages: (images: import('image-chat-kit').ImagePart[]) => void",
  share: 'const share: (messageId: string) => void',
  show: 'const show: (text: string) => void',
  test: "const test: typeof import('vitest').test",
  text: 'const text: string',
  toast: 'const toast: (text: string) => void',
  yourClient: 'const yourClient: { send: (messages: unknown) => void }',
};

export const modules = `
interface ImportMeta {
  readonly env: { readonly DEV: boolean };
}
declare module '*.css';
declare module '@/pdf-pages' {
  import type { ComponentType } from 'react';
  import type { ExpandedImage } from 'image-chat-kit';
  export const PageChooser: ComponentType<{
    file: File;
    onChoose: (pages: number[]) => void;
    onCancel: () => void;
  }>;
  export function renderPages(
    file: File,
    pages: readonly number[],
    options: { maxImages: number; signal: AbortSignal },
  ): Promise<ExpandedImage[]>;
}
declare module '@/session' {
  export function readSession(request: Request): Promise<{ userId: string } | undefined>;
}
declare module '@/lib/session' {
  export function readSession(request: Request): Promise<{ userId: string } | undefined>;
}
declare module '@/lib/limiter' {
  export const limiter: {
    check: (request: Request) => Promise<{ isAllowed: boolean; retryAfterSeconds: number }>;
  };
}
declare module '@/components/ai-elements/prompt-input' {
  import type { FileUIPart } from 'ai';
  import type { ComponentType, ReactNode } from 'react';
  export interface PromptInputMessage {
    text: string;
    files: FileUIPart[];
  }
  export const PromptInput: ComponentType<{
    accept?: string;
    multiple?: boolean;
    onSubmit: (message: PromptInputMessage) => void | Promise<void>;
    children: ReactNode;
  }>;
  export const PromptInputBody: ComponentType<{ children: ReactNode }>;
  export const PromptInputTextarea: ComponentType;
}
declare module '@/components/image-chat-kit/chat/ImageChat' {
  export { ImageChat } from 'image-chat-kit';
}
declare module '@testing-library/react' {
  export function render(element: import('react').ReactElement): { container: HTMLElement };
  export function waitFor(check: () => void): Promise<void>;
  export const screen: {
    getByRole: (role: string, options: { name: string }) => HTMLElement;
    getByLabelText: (text: string) => HTMLElement;
  };
}
declare module '@testing-library/user-event' {
  export const userEvent: {
    setup: () => {
      upload: (element: HTMLElement, file: File) => Promise<void>;
      type: (element: HTMLElement, text: string) => Promise<void>;
    };
  };
}
declare module '@tanstack/ai-react' {
  export function useChat(options: { connection: import('@tanstack/ai-client').ConnectionAdapter }): {
    sendMessage: (message: { content: unknown[] }) => Promise<void>;
  };
}
`;
