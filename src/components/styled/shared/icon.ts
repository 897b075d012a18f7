import type { ComponentType } from 'react';

/** A component that renders an SVG, such as an icon of lucide-react. */
export type IconComponent = ComponentType<{
  className?: string;
  strokeWidth?: number;
  'aria-hidden'?: boolean;
}>;
