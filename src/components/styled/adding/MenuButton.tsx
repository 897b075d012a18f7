import { Ellipsis } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import type { IconComponent } from '../shared/icon.js';
import { IconButton } from '../shared/IconButton.js';
import { Menu, type MenuItem } from './Menu.js';

export interface MenuButtonProps {
  /** What the actions are for: the name of the button and of the menu. */
  label: string;
  items: readonly MenuItem[];
  /** Value of the menu's `data-ick-part`. */
  part: string;
  /** @defaultValue three dots */
  icon?: IconComponent;
  className?: string;
}

/** An icon that opens a menu of actions. */
export function MenuButton(props: MenuButtonProps): ReactElement {
  const { label, items, part, icon = Ellipsis, className = '' } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        icon={icon}
        label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        className={`ik:aria-expanded:bg-sunken ${className}`}
      />
      {isOpen && (
        <Menu
          part={part}
          label={label}
          items={items}
          anchor={button}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
