// Writes dist/llms.txt: the pages of the package, for people who code with assistants.
import { writeFileSync } from 'node:fs';
import { guidePages } from './guide-pages.ts';
import { llmsIndex } from './llms.ts';

const guides = llmsIndex(guidePages(), ({ source }) => `../${source}`);
const skill =
  '- [How to use it, for an assistant](../skills/image-chat-kit/SKILL.md): entry points, formats, pitfalls';
writeFileSync('dist/llms.txt', `${guides}\n## Skill\n\n${skill}\n`);
