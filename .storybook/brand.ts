import { create, type ThemeVars } from 'storybook/theming';

const fontBase = "ui-sans-serif, system-ui, 'Helvetica Neue', Arial, sans-serif";
/** The mark of the docs site, in the colour of the text of links. */
const mark = (color: string): string =>
  `<svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true"><path fill="${color}" fill-rule="evenodd" d="M6.5 3.5h11a4 4 0 0 1 4 4v6a4 4 0 0 1-4 4H11L7 21v-3.5h-.5a4 4 0 0 1-4-4v-6a4 4 0 0 1 4-4Zm1.7 3.3a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2ZM5 15h14l-3.7-5.2-3.2 3.6-3-2.6Z"/></svg>`;

export const name = 'Image chat kit';
const brandOf = (color: string): Pick<ThemeVars, 'brandTitle' | 'brandTarget' | 'fontBase'> => ({
  brandTitle: `<span style="display:inline-flex;align-items:center;gap:8px">${mark(color)}${name}</span>`,
  brandTarget: '_self',
  fontBase,
});

const light = create({
  ...brandOf('#3a5bd9'),
  base: 'light',
  colorPrimary: '#3a5bd9',
  colorSecondary: '#3a5bd9',
  appBg: '#f3f3f1',
  appContentBg: '#fbfbfa',
  appPreviewBg: '#fbfbfa',
  appBorderColor: '#e6e5e1',
  appBorderRadius: 8,
  textColor: '#1c1b19',
  textMutedColor: '#5f5d57',
  barBg: '#fbfbfa',
  barTextColor: '#5f5d57',
});

const dark = create({
  ...brandOf('#8aa2ff'),
  base: 'dark',
  colorPrimary: '#8aa2ff',
  // Storybook darkens it under selected names.
  colorSecondary: '#7289dc',
  appBg: '#1e1e1c',
  appContentBg: '#161615',
  appPreviewBg: '#161615',
  appBorderColor: '#31302d',
  appBorderRadius: 8,
  textColor: '#f0efec',
  textMutedColor: '#b5b3ab',
  barBg: '#161615',
  barTextColor: '#b5b3ab',
  inputBg: '#282826',
});

/** The frame around the stories, light or dark as the system is when the page loads. */
export const theme: ThemeVars = matchMedia('(prefers-color-scheme: dark)').matches ? dark : light;
