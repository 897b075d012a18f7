import { memo, type ReactElement, type ReactNode, useEffect, useRef, useState } from 'react';
import type { Row, RowGroup, RowSection } from './group-rows.js';
import { watchNear } from './use-near-view.js';

type DrawRow = (row: Row) => ReactElement;

interface MessageSectionProps {
  section: RowSection;
  draw: DrawRow;
}

/** A stretch of the conversation, in groups. */
export const MessageSection = memo(function MessageSection(
  props: MessageSectionProps,
): ReactElement {
  const { section, draw } = props;
  const heightRem = section.items.reduce((sum, { items }) => sum + heightRemOf(items), 0);
  return (
    <SkippedWhenFar
      part="message-section"
      heightRem={heightRem}
      isNearAtFirst={section.items.some(({ items }) => areNear(items))}
    >
      {section.items.map((group) => (
        <MessageGroup key={group.key} group={group} draw={draw} />
      ))}
    </SkippedWhenFar>
  );
});

interface MessageGroupProps {
  group: RowGroup;
  draw: DrawRow;
}

const MessageGroup = memo(function MessageGroup(props: MessageGroupProps): ReactElement {
  const { group, draw } = props;
  return (
    <SkippedWhenFar
      part="message-group"
      heightRem={heightRemOf(group.items)}
      isNearAtFirst={areNear(group.items)}
    >
      {group.items.map(draw)}
    </SkippedWhenFar>
  );
});

const heightRemOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, row) => sum + row.heightRem, 0);

const areNear = (rows: readonly Row[]): boolean => !rows.some(({ isFar }) => isFar);

interface SkippedWhenFarProps {
  part: string;
  /** Estimated height, until it was laid out. */
  heightRem: number;
  /** Whether it is near in its first frame. After that, an observer decides. */
  isNearAtFirst: boolean;
  children: ReactNode;
}

/** A box whose content the browser neither lays out nor paints while it is far from the viewport; search still finds it. */
function SkippedWhenFar(props: SkippedWhenFarProps): ReactElement {
  const { part, heightRem, children } = props;
  const box = useRef<HTMLDivElement>(null);
  const [isNearAtFirst] = useState(props.isNearAtFirst);
  useEffect(() => (box.current ? watchNear(box.current) : undefined), []);
  return (
    <div
      // Set by script: a content security policy may drop a style attribute from a server's HTML.
      ref={(element) => {
        box.current = element;
        if (element)
          element.style.containIntrinsicHeight = `auto calc(${heightRem} * var(--ick-rem, 1rem))`;
      }}
      data-ick-part={part}
      data-near={isNearAtFirst ? '' : undefined}
      // Off-screen content clips what overhangs its edge, so focus rings get room inside. `contain: style` near and far:
      // Chromium counts the list items of the whole document again whenever it comes or goes.
      className="ik:-mx-1.5 ik:-mt-1.5 ik:px-1.5 ik:pt-1.5 ik:[contain:style] ik:[content-visibility:auto] ik:data-near:[content-visibility:visible]"
    >
      {children}
    </div>
  );
}
