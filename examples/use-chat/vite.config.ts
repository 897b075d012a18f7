import react from '@vitejs/plugin-react';
import { toNodeListener } from 'image-chat-kit/server';
import { defineConfig, type Plugin } from 'vite';
import { answer } from './route';

/** Serves the route beside the page, in development and in the preview of the build. */
const route: Plugin = {
  name: 'route',
  configureServer: ({ middlewares }) => void middlewares.use('/api/chat', toNodeListener(answer)),
  configurePreviewServer: ({ middlewares }) =>
    void middlewares.use('/api/chat', toNodeListener(answer)),
};

export default defineConfig({ plugins: [react(), route] });
