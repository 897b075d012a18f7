import type { PluginConfig } from 'streamdown';

/** Typed by Streamdown, since the types of the plugins ask for all of Shiki's. */
export const streamdownPlugins: PluginConfig;
