import { countImageTokens } from 'image-chat-kit/core';

const photo = { width: 4032, height: 3024 };

for (const detail of ['low', 'high'] as const) {
  const { tokens, width, height } = countImageTokens(photo, 'gpt-5.6-terra', detail);
  console.log(`${detail}: ${tokens} tokens for ${width} × ${height} px`);
}
