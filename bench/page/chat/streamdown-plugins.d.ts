import type { PluginConfig } from 'streamdown';

export const streamdownPlugins: PluginConfig;
