import { expectTypeOf, test } from 'vitest';
import type { Connection } from '../../src/chat/types.js';
import type { assembleMessages } from '../../src/messages/assemble.js';
import type { ImagePart } from '../../src/messages/types.js';
import type { RequestTarget } from '../../src/messages/check-request.js';
import type { countImageTokens } from '../../src/models/count-image-tokens.js';
import type { ImageDetail } from '../../src/models/types.js';
import type { PreparedImage } from '../../src/pipeline/types.js';

test('a connection is all that checkRequest asks for', () => {
  expectTypeOf<Connection>().toExtend<RequestTarget>();
});

test('assembleMessages takes message parts and prepared images', () => {
  type Image = NonNullable<Parameters<typeof assembleMessages>[0]['images']>[number];
  expectTypeOf<ImagePart>().toExtend<Image>();
  expectTypeOf<PreparedImage>().toExtend<Image>();
});

test('countImageTokens answers in the promised shape', () => {
  expectTypeOf<ReturnType<typeof countImageTokens>>().toExtend<{
    tokens: number;
    width: number;
    height: number;
    detail: ImageDetail;
    estimated: boolean;
    rejected?: string;
  }>();
});
