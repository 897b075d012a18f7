import { afterEach, expect, test } from 'vitest';
import theming from '../../../docs/theming.md?raw';
import { addStyle, closeAll, drawChat, find, styles } from '../../hosts/hosted-chat.js';

/** Names as `shadcn init` writes them, and as `generateStyleSheets` of MUI 9.5.0 does. */
const hosts = {
  shadcn: {
    tokens: `--radius: 10px; --background: #fffaf0; --card: #fff; --muted: #f1f5f9; --border: #e2e8f0; --input: #cbd5e1;
      --foreground: #020817; --muted-foreground: #475569; --primary: #0f172a; --primary-foreground: #f8fafc; --accent: #f1f5f9;`,
    dark: '--background: #020817; --foreground: #f8fafc;',
  },
  MUI: {
    tokens: `--mui-shape-borderRadius: 4px; --mui-palette-background-default: #fafafa; --mui-palette-background-paper: #fff;
      --mui-palette-action-hover: rgba(0, 0, 0, 0.04); --mui-palette-divider: rgba(0, 0, 0, 0.12);
      --mui-palette-text-primary: #212121; --mui-palette-text-secondary: rgba(0, 0, 0, 0.6);
      --mui-palette-primary-main: #1976d2; --mui-palette-primary-contrastText: #fff; --mui-palette-error-main: #d32f2f;`,
    dark: '--mui-palette-background-default: #121212; --mui-palette-text-primary: #fff;',
  },
};

/** The colours of the page, of text, and of both in the dark, as the chat should show them. */
const colours = {
  shadcn: ['rgb(255, 250, 240)', 'rgb(2, 8, 23)', 'rgb(2, 8, 23)', 'rgb(248, 250, 252)'],
  MUI: ['rgb(250, 250, 250)', 'rgb(33, 33, 33)', 'rgb(18, 18, 18)', 'rgb(255, 255, 255)'],
};

const recipes = [...theming.matchAll(/```css\n(:root,[^`]+)```/g)].map(([, css = '']) => css);

afterEach(() => {
  closeAll();
  document.body.replaceChildren();
  document.documentElement.classList.remove('dark');
  document.querySelectorAll('style[data-of-tokens]').forEach((style) => style.remove());
});

test.each(['shadcn', 'MUI'] as const)('the recipe for %s', async (name) => {
  const { tokens, dark } = hosts[name];
  const recipe = recipes[Object.keys(hosts).indexOf(name)] ?? '';
  for (const css of [styles, `:root { ${tokens} } .dark { ${dark} }`, recipe]) {
    addStyle(document, css).dataset['ofTokens'] = '';
  }
  const container = document.createElement('div');
  container.style.cssText = 'width: 700px; height: 600px';
  document.body.append(container);
  drawChat(container);
  const chat = await find(container, '[data-ick-theme]');
  const [background, text, darkBackground, darkText] = colours[name];
  const shown = () => [getComputedStyle(chat).backgroundColor, getComputedStyle(chat).color];
  await expect.poll(shown).toEqual([background, text]);
  document.documentElement.classList.add('dark');
  await expect.poll(shown).toEqual([darkBackground, darkText]);

  const read = [...recipe.matchAll(/var\((--[^)]+)\)/g)].map(([, variable]) => `${variable}:`);
  expect(read.filter((variable) => !tokens.includes(variable))).toEqual([]);
  expect(read.length).toBeGreaterThan(12);
});
