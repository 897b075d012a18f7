import { Menu, Monitor, Moon, PanelRight, SquarePen, Sun } from 'lucide-react';
import type { ReactElement, ReactNode } from 'react';
import { IconButton } from '../../src/index.js';
import type { PlaygroundTheme, useTheme } from './use-theme.js';

export interface PlaygroundHeaderProps extends ReturnType<typeof useTheme> {
  /** The button that opens the connection. */
  pill: ReactNode;
  onNewChat: () => void;
  sides: Record<'chats' | 'inspect', { isOpen: boolean; toggle: () => void }>;
}

const themes: Record<PlaygroundTheme, { icon: typeof Sun; name: string }> = {
  system: { icon: Monitor, name: 'as the system' },
  light: { icon: Sun, name: 'light' },
  dark: { icon: Moon, name: 'dark' },
};

/** Name, model and the few things that belong to no single message. */
export function PlaygroundHeader(props: PlaygroundHeaderProps): ReactElement {
  const { pill, onNewChat, theme, nextTheme, switchTheme, sides } = props;
  return (
    <header className="pg-head">
      <IconButton
        icon={Menu}
        label="Chats"
        aria-expanded={sides.chats.isOpen}
        aria-controls="pg-chats"
        onClick={sides.chats.toggle}
      />
      <h1>Image chat kit</h1>
      {pill}
      <span className="pg-space" />
      {/* The open list has its own. */}
      {!sides.chats.isOpen && <IconButton icon={SquarePen} label="New chat" onClick={onNewChat} />}
      <IconButton
        icon={themes[theme].icon}
        label={`Theme: ${themes[theme].name}. Change to ${themes[nextTheme].name}`}
        onClick={switchTheme}
      />
      <button
        type="button"
        className="pg-toggle"
        aria-label="Inspect"
        aria-expanded={sides.inspect.isOpen}
        aria-controls="pg-inspect"
        onClick={sides.inspect.toggle}
      >
        <PanelRight size={18} strokeWidth={1.75} aria-hidden />
        <span>Inspect</span>
      </button>
    </header>
  );
}
