import { create, type ThemeVars } from 'storybook/theming';

const fontBase = "ui-sans-serif, system-ui, 'Helvetica Neue', Arial, sans-serif";
const brand = { brandTitle: 'Image chat kit', brandTarget: '_self', fontBase } as const;

const light = create({
  ...brand,
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
  ...brand,
  base: 'dark',
  colorPrimary: '#8aa2ff',
  colorSecondary: '#5872e8',
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
