import { MessageCircle } from 'lucide-react';
import {
  type ReactElement,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { focusedElement } from '../../shared/focused-element.js';
import { KitRoot, type KitRootProps } from '../chat/KitRoot.js';
import { PopupPanel } from './PopupPanel.js';
import { launcherStyle, type PopupMode, type PopupPlacement, rootStyle } from './popup-styles.js';
import { useFinishedAnswer } from './use-finished-answer.js';
import { useTopLayer } from './use-top-layer.js';
import { usePopupWords } from './use-popup-words.js';

interface PopupOptions {
  /** Where the chat opens. On a narrow screen it always has the whole screen. @defaultValue 'popup' */
  mode?: PopupMode;
  /** The corner of the button, and the side of the chat. @defaultValue 'bottom-end' */
  placement?: PopupPlacement;
  /** Whether the chat is open, if the app decides it. Change it in `onOpenChange`. */
  open?: boolean;
  /** Whether the chat is open at first, if the app does not decide it. @defaultValue false */
  defaultOpen?: boolean;
  /** Called when the chat is to be opened or closed. */
  onOpenChange?: (open: boolean) => void;
  /** Name of the chat, above it. @defaultValue 'Chat' */
  label?: ReactNode;
  /** Buttons above it, such as one that begins a new chat. @defaultValue none */
  actions?: ReactNode;
  /** Whether there is a button that opens it. Leave it out to open the chat by `open`. @defaultValue true */
  hasLauncher?: boolean;
  /** Called when the pointer or the focus reaches the button, to load the code of the chat before it is opened. */
  preload?: () => unknown;
  /** The chat. Rendered when it is first opened, and kept from then on; it may be a `lazy` component. */
  children: ReactNode;
}

export interface ChatPopupProps extends PopupOptions, Omit<KitRootProps, keyof PopupOptions> {}

/**
 * A button in a corner of the page that opens a chat: beside the page as a popup or a sidebar, or as a modal dialog. Closed,
 * the chat keeps its draft and goes on answering; a dot on the button says that an answer has ended.
 */
export function ChatPopup(props: ChatPopupProps): ReactElement {
  const {
    mode = 'popup',
    placement = 'bottom-end',
    open,
    defaultOpen = false,
    onOpenChange,
    label,
    actions,
    hasLauncher = true,
    preload,
    children,
    className = '',
    ...rest
  } = props;
  const [isOpenByItself, setIsOpenByItself] = useState(defaultOpen);
  const isOpen = open ?? isOpenByItself;
  const change = (next: boolean): void => {
    setIsOpenByItself(next);
    onOpenChange?.(next);
  };
  const [wasOpened, setWasOpened] = useState(isOpen);
  if (isOpen && !wasOpened) setWasOpened(true);
  const root = useRef<HTMLDivElement>(null);
  useTopLayer(root);
  const launcher = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLDialogElement>(null);
  useReturnedFocus(panel, launcher, isOpen);
  return (
    <KitRoot
      ref={root}
      data-ick-part="chat-popup"
      className={`${rootStyle} ${className}`}
      {...rest}
    >
      {hasLauncher && (
        <Launcher
          button={launcher}
          panel={panel}
          placement={placement}
          isOpen={isOpen}
          onReach={preload}
          onPress={() => change(true)}
        />
      )}
      {wasOpened && (
        <PopupPanel
          panel={panel}
          mode={mode}
          placement={placement}
          label={label}
          actions={actions}
          isOpen={isOpen}
          onClose={() => change(false)}
        >
          {children}
        </PopupPanel>
      )}
    </KitRoot>
  );
}

interface LauncherProps {
  button: RefObject<HTMLButtonElement | null>;
  panel: RefObject<HTMLDialogElement | null>;
  placement: PopupPlacement;
  isOpen: boolean;
  onReach: (() => unknown) | undefined;
  onPress: () => void;
}

function Launcher(props: LauncherProps): ReactElement {
  const { button, panel, placement, isOpen, onReach, onPress } = props;
  const words = usePopupWords();
  const isFinished = useFinishedAnswer(panel, isOpen);
  const name = isFinished ? words.openChatWithAnswer : words.openChat;
  return (
    <button
      ref={button}
      type="button"
      aria-label={name}
      data-ick-tooltip={name}
      aria-haspopup="dialog"
      aria-expanded={isOpen}
      data-ick-part="chat-popup-launcher"
      data-unread={isFinished ? '' : undefined}
      onPointerEnter={() => onReach?.()}
      onFocus={() => onReach?.()}
      onClick={onPress}
      className={launcherStyle(placement, isOpen)}
    >
      <MessageCircle className="ik:size-6" strokeWidth={1.75} aria-hidden />
      {isFinished && (
        <span className="ik:absolute ik:end-0 ik:top-0 ik:size-4 ik:rounded-full ik:border-2 ik:border-paper ik:bg-bad ik:forced-colors:bg-[Highlight]" />
      )}
    </button>
  );
}

/** Returns the focus to the button once the chat is closed, or to what had it before; not if the user has moved on. */
function useReturnedFocus(
  panel: RefObject<HTMLElement | null>,
  launcher: RefObject<HTMLElement | null>,
  isOpen: boolean,
): void {
  useEffect(() => {
    if (!isOpen) return undefined;
    const element = panel.current;
    const button = launcher.current;
    return () => {
      const focused = focusedElement(element);
      const isLost = !focused || focused.matches('body') || element?.contains(focused) === true;
      if (isLost) button?.focus();
    };
  }, [panel, launcher, isOpen]);
}
