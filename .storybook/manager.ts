import { addons } from 'storybook/manager-api';
import { theme } from './brand.ts';

/** The playground is a page of its own; panels for controls would take a third of it. */
addons.setConfig({
  theme,
  layoutCustomisations: {
    showPanel: ({ storyId }: { storyId?: string }, isShown: boolean) =>
      storyId?.startsWith('playground--') === true ? false : isShown,
  },
});
