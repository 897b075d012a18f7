import type { Page } from './pages.ts';

const INTRO = `# image-chat-kit

> React components, hooks and a framework-free core for chatting about images with a vision model: images are resized in the browser to fit the model,
> requests are checked before they are sent, answers stream in. Works with OpenAI, Anthropic, Gemini, Ollama and compatible servers.`;

/** Returns llms.txt: what there is to read, by groups. */
export function llmsIndex(pages: readonly Page[], addressOf: (page: Page) => string): string {
  const groups = [...new Set(pages.map(({ group }) => group))].filter(Boolean);
  const lists = groups.map((group) => {
    const lines = pages
      .filter((page) => page.group === group && !page.parent)
      .map(
        (page) => `- [${page.title}](${addressOf(page)})${page.summary ? `: ${page.summary}` : ''}`,
      );
    return `## ${group}\n\n${lines.join('\n')}`;
  });
  return `${INTRO}\n\n${lists.join('\n\n')}\n`;
}

/** Returns llms-full.txt: README, every guide, and the reference of components, hooks and functions. */
export function llmsFull(pages: readonly Page[]): string {
  const texts = pages
    .filter(({ path }) => path !== 'docs' && path !== 'changelog' && path !== 'comparison')
    .map(({ markdown }) => markdown.replaceAll(/<!--[^]*?-->\n?/g, '').trim());
  return `${INTRO}\n\n${texts.join('\n\n---\n\n')}\n`;
}
