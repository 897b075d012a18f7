/** Sections that a few words in the question add to the demo backend's answer, to show other kinds of content. */
import { sizeOf, type ImageFacts } from './image-facts.js';

export function* moreSections(question: string, facts: readonly ImageFacts[]): Generator<string> {
  if (/\b(compare|difference|differ)/i.test(question)) yield comparison(facts);
  if (/\b(code|json)\b/i.test(question)) yield codeBlock(facts);
  if (/\b(long|story|essay)\b/i.test(question)) yield paragraphs(facts);
}

function comparison([first, ...others]: readonly ImageFacts[]): string {
  if (!first || others.length === 0) {
    return '### Differences\n\nThere is nothing to compare: send two images or more.';
  }
  const lines = others.map((image) => {
    const pixels = ratio(areaOf(image), areaOf(first), 'pixels');
    const bytes = ratio(image.bytes, first.bytes, 'bytes');
    const format =
      image.format === first.format
        ? `also ${image.format}`
        : `${image.format}, not ${first.format}`;
    const parts = [pixels, bytes, format].filter((part) => part !== undefined);
    return `- **${image.name}** against **${first.name}**: ${parts.join(', ')}`;
  });
  return `### Differences\n\n${lines.join('\n')}`;
}

function ratio(
  value: number | undefined,
  base: number | undefined,
  unit: string,
): string | undefined {
  if (value === undefined || base === undefined || base === 0) return undefined;
  if (value === base) return `the same number of ${unit}`;
  if (value > base) return `${(value / base).toFixed(1)} times the ${unit}`;
  const percent = Math.round((value / base) * 100);
  return `${percent === 0 ? 'less than 1' : percent} % of the ${unit}`;
}

function areaOf({ width, height }: ImageFacts): number | undefined {
  return width === undefined || height === undefined ? undefined : width * height;
}

function codeBlock(facts: readonly ImageFacts[]): string {
  const data = facts.map(({ name, format, width, height, bytes, tokens }) => ({
    name,
    format,
    width,
    height,
    bytes,
    tokens,
  }));
  return `\`\`\`json\n${JSON.stringify(data, null, 2)}\n\`\`\``;
}

function paragraphs(facts: readonly ImageFacts[]): string {
  const each = facts.map(
    (image) =>
      `${image.name} arrived as ${image.format}, ${sizeOf(image)}. All of this comes from its first bytes and from the ` +
      'rules by which a provider counts tokens; nothing looked at the pixels.',
  );
  return [
    '## At length',
    'The word “long” in a question brings this long answer. It takes a while, which is what a chat has to show well: it scrolls ' +
      'while it grows, it can be stopped, and it stays readable in between.',
    ...each,
    'A backend like this one is useful for trying out a page before there is a key, and for tests that must give the ' +
      'same answer tomorrow:\n\n' +
      '1. it refuses what the real endpoints refuse, in their words;\n' +
      '2. it counts what they would charge;\n' +
      '3. it fails on request, in about fifty ways.',
    'To make it fail, write `/fault` and a name, such as `/fault truncated`, in the question.',
  ].join('\n\n');
}
