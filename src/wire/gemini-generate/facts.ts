import type { WireFacts } from '../types.js';

const CHUNK = /"candidates"\s*:\s*\[|"(?:promptFeedback|usageMetadata)"\s*:\s*\{/;

export const geminiGenerateFacts = {
  name: 'gemini-generate',
  responseSchemas: true,
  bytes: true,
  // https://ai.google.dev/gemini-api/docs/file-input-methods, read in November 2026; generations before 2.5 fetch none.
  links: 'https',
  fileIds: true,
  fileParts: [
    {
      mediaTypes: ['application/pdf', 'text/*', 'audio/*', 'video/*'],
      kinds: ['bytes', 'url', 'file-id'],
    },
  ],
  layout: {
    isSystemApart: true,
    isImagesFirst: true,
    rolesWithImages: ['user', 'assistant'],
  },
  looksLike: (firstBytes) => CHUNK.test(firstBytes),
} as const satisfies WireFacts;
