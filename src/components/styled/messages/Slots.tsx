/** What an app renders in the list of messages, each in a boundary of its own. */
import { type ReactElement, type ReactNode, useContext } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import { SlotBoundary } from '../../shared/SlotBoundary.js';
import { type OwnMessageActions, type RenderedPart, SlotsContext } from './message-slots.js';
import { usePartWords } from './use-part-words.js';

/** Rendering is not tried again while an answer streams, which would report the same error with every word. */
export function resetKeyOf(entry: ChatEntry): unknown {
  return entry.answer ? `${entry.message.id} ${entry.answer.status}` : entry;
}

interface SlotProps {
  render: () => ReactNode;
  /** The kit's own rendering, shown after the report if the app's fails. */
  own?: ReactNode;
  resetKey?: unknown;
}

/** Renders what a function of the app returns, or says that it failed. */
export function Slot({ render, own, resetKey }: SlotProps): ReactElement {
  const fallback = (
    <>
      <SlotFailure />
      {own}
    </>
  );
  return (
    <SlotBoundary fallback={fallback} resetKey={resetKey}>
      <Rendered render={render} />
    </SlotBoundary>
  );
}

/** Calls the function as a component of its own, so that it may use hooks. */
function Rendered({ render }: Pick<SlotProps, 'render'>): ReactNode {
  return render();
}

/** In place of something that the app could not render. */
export function SlotFailure(): ReactElement {
  const words = usePartWords();
  return (
    <p data-ick-part="slot-failure" className="ik:text-sm ik:text-warn">
      {words.notShown}
    </p>
  );
}

interface PartSlotRenderProps {
  part: RenderedPart;
  entry: ChatEntry;
  children: ReactNode;
}

/** A part of a message: as the app renders it, otherwise as the kit does. */
export function PartSlot({ part, entry, children }: PartSlotRenderProps): ReactNode {
  const { renderPart } = useContext(SlotsContext);
  const render = renderPart?.[part.type] as ((props: PartSlotRenderProps) => ReactNode) | undefined;
  if (!render) return children;
  return (
    <Slot
      resetKey={resetKeyOf(entry)}
      own={children}
      render={() => render({ part, entry, children })}
    />
  );
}

/** The actions of a message, as the app arranges them. */
export function ActionsSlot(props: { entry: ChatEntry; actions: OwnMessageActions }): ReactNode {
  const { entry, actions } = props;
  const { messageActions, showUsage } = useContext(SlotsContext);
  const { versions, copy, quote, regenerate, edit, readAloud, feedback, remove, usage } = actions;
  const own = (
    <>
      {versions}
      {copy}
      {quote}
      {regenerate}
      {edit}
      {readAloud}
      {feedback}
      {remove}
      {showUsage && usage}
    </>
  );
  if (!messageActions) return own;
  return (
    <Slot
      resetKey={resetKeyOf(entry)}
      own={own}
      render={() => messageActions({ entry, actions })}
    />
  );
}

/** Who wrote a message, and when, above it. Renders nothing unless the app says so. */
export function MessageMeta({ entry }: { entry: ChatEntry }): ReactElement | null {
  const { renderAvatar, renderName, renderTime } = useContext(SlotsContext);
  const renderers = [renderAvatar, renderName, renderTime].filter((one) => one !== undefined);
  if (renderers.length === 0) return null;
  return (
    <div
      data-ick-part="message-meta"
      className="ik:flex ik:flex-wrap ik:items-center ik:gap-2 ik:text-xs ik:text-ink-3"
    >
      {renderers.map((render, index) => (
        <Slot key={index} resetKey={resetKeyOf(entry)} render={() => render(entry)} />
      ))}
    </div>
  );
}
