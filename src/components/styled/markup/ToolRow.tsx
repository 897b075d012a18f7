import {
  ArrowUpRight,
  Crop,
  RectangleHorizontal,
  type LucideIcon,
  MousePointer2,
  Pencil,
  SquareDashed,
  Type,
} from 'lucide-react';
import type { ReactElement } from 'react';
import { type Tool, toolKeys, tools } from './editor-types.js';
import type { MarkupWords } from '../../words/english/markup.js';
import { RadioRow } from './RadioRow.js';

const icons: Record<Tool, LucideIcon> = {
  select: MousePointer2,
  crop: Crop,
  pen: Pencil,
  arrow: ArrowUpRight,
  box: SquareDashed,
  text: Type,
  redaction: RectangleHorizontal,
};

export interface ToolRowProps {
  tool: Tool;
  onChange: (tool: Tool) => void;
  words: MarkupWords;
}

/** Selects what a pointer does. */
export function ToolRow({ tool, onChange, words }: ToolRowProps): ReactElement {
  return (
    <RadioRow
      label={words.tools}
      value={tool}
      onChange={onChange}
      choices={tools.map((value) => {
        const Icon = icons[value];
        return {
          value,
          label: words.tool(value),
          keys: toolKeys[value],
          children: (
            <span className="ik:grid ik:min-w-11 ik:justify-items-center ik:gap-0.5 ik:px-1 ik:py-1 ik:text-xs ik:leading-4 ik:sm:min-w-12">
              <Icon
                className={`ik:size-5 ${value === 'redaction' ? 'ik:fill-current' : ''}`}
                strokeWidth={1.75}
                aria-hidden
              />
              <span aria-hidden>{words.tool(value)}</span>
            </span>
          ),
        };
      })}
    />
  );
}
