import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [react()],
  // Small files would become data: URLs, which the policy of the page does not allow.
  build: { assetsInlineLimit: 0 },
});
