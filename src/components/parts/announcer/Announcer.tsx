import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';

export type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce | undefined>(undefined);

const silent: Announce = () => {};

/** Audible but invisible; inline, so that the part works without the stylesheet. */
const visuallyHidden: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  inlineSize: '1px',
  blockSize: '1px',
  // Positioned at the end of the page; to the side, it would make a right-to-left page scroll.
  marginBlock: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/**
 * Hides an element by script from everyone but screen readers: `style-src 'self'` drops a style attribute from a server's
 * HTML.
 */
export function hideVisually(element: HTMLElement | null): void {
  if (element) Object.assign(element.style, visuallyHidden);
}

const KEPT_MESSAGES = 3;
/** By then a message was read out; later it would only be in the way of whoever reads the page. */
const KEPT_MS = 10_000;

export interface AnnouncerProps {
  children?: ReactNode;
}

/**
 * Renders the one live region for everything inside it. `ImageChat` and `KitRoot` bring it; parts of your own design
 * announce nothing without it. A nested announcer adds no second region.
 */
export function Announcer({ children }: AnnouncerProps): ReactElement {
  const above = useContext(AnnounceContext);
  return above ? <>{children}</> : <LiveRegion>{children}</LiveRegion>;
}

/**
 * Renders a live region of its own, also inside of an announcer: what is around a modal dialog is not announced while it
 * is open, and what is in a closed one never is.
 */
export function LiveRegion({ children }: AnnouncerProps): ReactElement {
  const [messages, setMessages] = useState<readonly { id: number; text: string }[]>([]);
  useEffect(() => {
    if (messages.length === 0) return undefined;
    const timer = setTimeout(() => setMessages([]), KEPT_MS);
    return () => clearTimeout(timer);
  }, [messages]);
  const nextId = useRef(0);
  const announce = useCallback<Announce>((text) => {
    nextId.current += 1;
    const message = { id: nextId.current, text };
    setMessages((before) => [...before.slice(1 - KEPT_MESSAGES), message]);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div aria-live="polite" aria-atomic={false} data-ick-part="announcer" ref={hideVisually}>
        {messages.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </AnnounceContext.Provider>
  );
}

/** Returns a function that announces text to screen readers. Outside of an `Announcer` nothing is announced. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext) ?? silent;
}
