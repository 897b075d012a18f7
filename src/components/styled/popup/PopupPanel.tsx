import { X } from 'lucide-react';
import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  Suspense,
  useEffect,
  useId,
  useRef,
} from 'react';
import { LiveRegion } from '../../parts/announcer/Announcer.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { questionText } from '../composer/question-text.js';
import { IconButton } from '../shared/IconButton.js';
import { openPanel } from './open-panel.js';
import { panelStyle, type PopupMode, type PopupPlacement } from './popup-styles.js';
import { usePopupEscape } from './use-popup-escape.js';
import { usePopupWords } from './use-popup-words.js';

export interface PopupPanelProps {
  panel: RefObject<HTMLDialogElement | null>;
  mode: PopupMode;
  placement: PopupPlacement;
  label: ReactNode;
  actions: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** The dialog with the chat. Closed, it stays in the page: an answer goes on, and the draft is kept. */
export function PopupPanel(props: PopupPanelProps): ReactElement {
  const { panel, mode, placement, label, actions, isOpen, onClose, children } = props;
  const words = usePopupWords();
  const labelId = useId();
  const isModal = mode === 'modal';
  usePopupEscape(panel, isOpen, onClose);

  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Escape does what a press outside does
    <dialog
      ref={panel}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- scripts and tests of apps look for [role=dialog]
      role="dialog"
      tabIndex={-1}
      aria-labelledby={labelId}
      data-ick-part="chat-popup-panel"
      data-mode={mode}
      onCancel={(event) => {
        if (event.target !== event.currentTarget) return;
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (isModal && event.target === event.currentTarget) onClose();
      }}
      className={panelStyle(mode, placement)}
    >
      <Opening panel={panel} isOpen={isOpen} isModal={isModal} />
      <div className="ik:flex ik:h-full ik:flex-col">
        <div className="ik:flex ik:min-h-12 ik:flex-none ik:items-center ik:gap-1 ik:border-b ik:border-line ik:py-2 ik:ps-4 ik:pe-2">
          <h2
            id={labelId}
            className="ik:m-0 ik:min-w-0 ik:flex-1 ik:truncate ik:text-[0.875rem] ik:leading-5 ik:font-semibold"
          >
            {label ?? words.chat}
          </h2>
          {actions}
          <IconButton
            icon={X}
            label={words.closeChat}
            keys="Esc"
            onClick={onClose}
            className="ik:pointer-coarse:size-11"
          />
        </div>
        <div className="ik:min-h-0 ik:flex-1">
          <LiveRegion>
            <Suspense>
              {children}
              <FocusText panel={panel} isOpen={isOpen} />
            </Suspense>
          </LiveRegion>
        </div>
      </div>
    </dialog>
  );
}

interface OpeningProps {
  panel: RefObject<HTMLDialogElement | null>;
  isOpen: boolean;
  isModal: boolean;
}

/** Opens the panel, before the effects of what is in it: nothing in a closed dialog can take the focus. */
function Opening({ panel, isOpen, isModal }: OpeningProps): null {
  const inner = useRef(new Set<HTMLDialogElement>());
  useEffect(() => {
    if (!isOpen || !panel.current) return undefined;
    return openPanel(panel.current, isModal, inner.current);
  }, [panel, isOpen, isModal]);
  return null;
}

interface FocusTextProps {
  panel: RefObject<HTMLDialogElement | null>;
  isOpen: boolean;
}

/**
 * Focuses the text once the chat next to it is there, which may still have to load. On a touch screen that would open the
 * keyboard over the conversation: there, the panel gets the focus.
 */
function FocusText({ panel, isOpen }: FocusTextProps): null {
  useEffect(() => {
    if (!isOpen) return;
    const text = matchesMedia('(pointer: fine)') ? questionText(panel.current) : null;
    (text ?? panel.current)?.focus({ preventScroll: true });
  }, [panel, isOpen]);
  return null;
}
