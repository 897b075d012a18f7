import type { JsonSchema } from '../../objects/types.js';
export type GeminiPartResolution =
  | 'MEDIA_RESOLUTION_LOW'
  | 'MEDIA_RESOLUTION_MEDIUM'
  | 'MEDIA_RESOLUTION_HIGH'
  | 'MEDIA_RESOLUTION_ULTRA_HIGH';

export type GeminiPart<Base64 = string> =
  | { text: string }
  | {
      inlineData: { mimeType: string; data: Base64 };
      mediaResolution?: { level: GeminiPartResolution };
    }
  | {
      fileData: { fileUri: string; mimeType: string };
      mediaResolution?: { level: GeminiPartResolution };
    };

export interface GeminiContent<Base64 = string> {
  role: 'user' | 'model';
  parts: Array<GeminiPart<Base64>>;
}

/** Body of `:generateContent` and `:streamGenerateContent`, as far as the kit writes it. */
export interface GeminiGenerateBody<Base64 = string> {
  contents: Array<GeminiContent<Base64>>;
  systemInstruction?: { parts: Array<{ text: string }> };
  generationConfig?: {
    maxOutputTokens?: number;
    temperature?: number;
    responseMimeType?: string;
    responseJsonSchema?: JsonSchema;
  };
}
