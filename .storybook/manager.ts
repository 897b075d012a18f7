import { CURRENT_STORY_WAS_SET, STORY_PREPARED } from 'storybook/internal/core-events';
import { addons } from 'storybook/manager-api';
import { name, theme } from './brand.ts';
import { nameTab } from './name-tab.ts';
import { sentenceCase } from './sentence-case.ts';

const isPlayground = (storyId: string | undefined): boolean =>
  storyId?.startsWith('playground--') === true;

/** The playground is a page of its own; panels for controls would take a third of it. */
addons.setConfig({
  theme,
  sidebar: {
    renderLabel: ({ type, name: label }) => (type === 'story' ? sentenceCase(label) : label),
  },
  layoutCustomisations: {
    showPanel: ({ storyId }: { storyId?: string }, isShown: boolean) =>
      isPlayground(storyId) ? false : isShown,
  },
});

/** Gives the playground the room of the sidebar, which its button in the toolbar brings back. */
addons.register('image-chat-kit/sidebar', (api) => {
  let wasPlayground: boolean | undefined;
  api.on(CURRENT_STORY_WAS_SET, ({ storyId }: { storyId: string }) => {
    const isNow = isPlayground(storyId);
    // On a phone the sidebar is a menu, which opens on demand only.
    const isBeside = matchMedia('(width >= 600px)').matches;
    if (isNow !== wasPlayground && isBeside) api.toggleNav(!isNow);
    wasPlayground = isNow;
  });
});

interface PreparedStory {
  id: string;
  parameters: Record<string, unknown>;
  argTypes: Record<string, { table?: { disable?: boolean } }>;
}

/** Hides the panel of controls where a story has none, and the panel would explain how to write them. */
addons.register('image-chat-kit/controls', (api) => {
  api.on(STORY_PREPARED, ({ id, parameters, argTypes }: PreparedStory) => {
    if (Object.values(argTypes).some(({ table }) => !table?.disable)) return;
    void api.updateStory(id, { parameters: { ...parameters, controls: { disable: true } } });
  });
});

nameTab(name);
