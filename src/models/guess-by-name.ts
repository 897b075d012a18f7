import { carefulRules } from './careful-rules.js';
import {
  nameFamilies,
  OTHER_TASK,
  READING_WORD,
  SEEING_WORD,
  type NameFamily,
} from './name-families.js';
import type { ModelImageRules } from './types.js';

/** Where the names of families were compared with the known abilities of their members. */
const catalogue = { page: 'https://models.dev/api.json', checked: '2026-11-29' };

/** Matches after the start of the id, a hyphen or a dot, so that `olmo` is not found in `molmo`. */
const starts = nameFamilies.map(({ name }) => new RegExp(`(?<![a-z0-9])(?:${name.source})`));

/** Whether a name alone says that the model does something other than chatting about images. */
export function isOtherTask(name: string): boolean {
  return OTHER_TASK.test(name) && !SEEING_WORD.test(name);
}

/** Returns the rules of the family whose name comes first in a model's name, or `undefined` if there is none. */
export function guessByFamily(name: string): ModelImageRules | undefined {
  if (isOtherTask(name)) return readingRules({ provider: 'other' }, name);
  const { family, rest } = findFamily(name) ?? {};
  if (family === undefined || rest === undefined) return undefined;
  return canSee(family, rest) ? seeingRules(family, rest) : readingRules(family, rest);
}

/** Returns rules for a name outside all families that contains a word for vision, such as `acme-vl-2b`. */
export function guessByWord(name: string): ModelImageRules | undefined {
  return SEEING_WORD.test(name) ? seeingRules({ provider: 'vision' }, name) : undefined;
}

function findFamily(name: string): { family: NameFamily; rest: string } | undefined {
  let first: { family: NameFamily; rest: string } | undefined;
  for (const [index, family] of nameFamilies.entries()) {
    const at = name.search(starts[index] ?? family.name);
    const rest = name.slice(at);
    if (at >= 0 && rest.length > (first?.rest.length ?? 0)) first = { family, rest };
  }
  return first;
}

function canSee({ sees, reads, others }: NameFamily, name: string): boolean {
  if (SEEING_WORD.test(name)) return true;
  if (READING_WORD.test(name)) return false;
  if (sees?.test(name)) return true;
  return others === 'see' && !reads?.test(name);
}

type Known = Pick<NameFamily, 'provider' | 'facts'>;

function seeingRules({ provider, facts }: Known, name: string): ModelImageRules {
  return {
    ...carefulRules,
    family: provider,
    provider,
    source: catalogue,
    warning: 'No token rule is published for this model. Token counts are estimates.',
    ...facts?.(name),
  };
}

function readingRules(known: Known, name: string): ModelImageRules {
  return {
    ...seeingRules(known, name),
    family: `${known.provider}-text`,
    vision: false,
    isGuessed: true,
    warning:
      'By its name, this model reads text only. Choose a model that can see before sending images.',
  };
}
