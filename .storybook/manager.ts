import { addons } from 'storybook/manager-api';

/** The playground is a page of its own; panels for controls would take a third of it. */
addons.setConfig({
  layoutCustomisations: {
    showPanel: ({ storyId }: { storyId?: string }, isShown: boolean) =>
      storyId?.startsWith('playground--') === true ? false : isShown,
  },
});
