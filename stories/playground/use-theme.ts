import { useState } from 'react';
import { remember, remembered } from './remember.js';

const themes = ['system', 'light', 'dark'] as const;

export type PlaygroundTheme = (typeof themes)[number];

/** The theme as it was left, and the one that a press on its button brings. */
export function useTheme(storedAs: string): {
  theme: PlaygroundTheme;
  nextTheme: PlaygroundTheme;
  switchTheme: () => void;
} {
  const [theme, setTheme] = useState(
    () => themes.find((one) => one === remembered(`${storedAs}-theme`)) ?? 'system',
  );
  const nextTheme = themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system';
  return {
    theme,
    nextTheme,
    switchTheme() {
      remember(`${storedAs}-theme`, nextTheme);
      setTheme(nextTheme);
    },
  };
}
