/** What the props of large components are about, in the order in which docs pages list them. */
const categories = {
  Connection: ['connection', 'system', 'responseSchema', 'continueAsk'],
  Chat: ['chat', 'composer', 'isBusy'],
  Images: [
    'queue',
    'details',
    'detail',
    'intake',
    'accept',
    'maxFiles',
    'maxFileSizeBytes',
    'limits',
    'nameImage',
    'fetchLinks',
    'keepsLink',
    'keepBytes',
    'prepare',
    'pipeline',
    'isPageWide',
    'isPageWideDrop',
    'takesDrops',
    'isDisabled',
    'labels',
    'altTexts',
    'describeImages',
    'imageHistory',
    'upload',
    'resolveImageUrl',
  ],
  'Other files': ['acceptFiles', 'fileSources', 'fileTypes', 'ask'],
  Conversation: ['initialEntries', 'conversationKey', 'conversationStore'],
  Batches: ['initialQuestion', 'canSubmit', 'storageKey', 'firstDelayMs', 'maxDelayMs'],
  Composer: [
    'isFocused',
    'suggestions',
    'followUps',
    'commands',
    'mentions',
    'dictation',
    'quote',
    'longPasteChars',
    'draftKey',
    'draftStore',
    'tools',
    'actions',
    'notice',
  ],
  Messages: [
    'markdown',
    'messageActions',
    'imageTools',
    'readAloud',
    'renderPart',
    'renderMessage',
    'renderAvatar',
    'renderName',
    'renderTime',
  ],
  Appearance: ['theme', 'words', 'showUsage', 'header', 'empty', 'children', 'render', 'className'],
  Events: [],
} as const satisfies Record<string, readonly string[]>;

export type PropCategory = keyof typeof categories;

/** Fewer props are read at a glance, and need no headings. */
const LARGEST_LIST_WITHOUT_CATEGORIES = 12;

const categoryOfName = new Map<string, PropCategory>(
  Object.entries(categories).flatMap(([category, names]) =>
    names.map((name) => [name, category as PropCategory] as const),
  ),
);

/** Names that have a category, which are all props of some component. */
export const categorizedNames: readonly string[] = Object.values(categories).flat();

/** Returns what a prop is about, or `undefined` for a name that has no category yet. */
export function categoryOf(name: string): PropCategory | undefined {
  return /^on[A-Z]/.test(name) ? 'Events' : categoryOfName.get(name);
}

export interface OrderedProp {
  name: string;
  category?: PropCategory;
}

function place(name: string): number {
  const category = categoryOf(name);
  return category ? Object.keys(categories).indexOf(category) : Infinity;
}

/** Returns the props of a component in the order of its docs page: by category if there are many, required ones first. */
export function orderProps(
  props: Readonly<Record<string, { name: string; required: boolean }>>,
): OrderedProp[] {
  const requiredFirst = Object.values(props).toSorted(
    (one, other) => Number(other.required) - Number(one.required),
  );
  if (requiredFirst.length <= LARGEST_LIST_WITHOUT_CATEGORIES) {
    return requiredFirst.map(({ name }) => ({ name }));
  }
  return requiredFirst
    .toSorted((one, other) => place(one.name) - place(other.name))
    .map(({ name }) => {
      const category = categoryOf(name);
      return category ? { name, category } : { name };
    });
}
