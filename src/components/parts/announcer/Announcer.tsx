import {
  createContext,
  type ReactElement,
  type ReactNode,
  useCallback,
  useContext,
  useRef,
  useState,
} from 'react';

export type Announce = (message: string) => void;

const AnnounceContext = createContext<Announce | undefined>(undefined);

const silent: Announce = () => {};

/** Heard but not seen; inline, so that the part works without the stylesheet. */
const visuallyHidden: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  inlineSize: '1px',
  blockSize: '1px',
  // Out of the way at the end of a page; sideways it would make a page scroll that reads the other way.
  marginBlock: '-1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
};

/** Set by script: `style-src 'self'` drops a style attribute from a server's HTML. Until then the region is empty. */
function hide(region: HTMLElement | null): void {
  if (region) Object.assign(region.style, visuallyHidden);
}

const KEPT_MESSAGES = 3;

export interface AnnouncerProps {
  children?: ReactNode;
}

/** The one live region for everything inside it. An announcer within another one adds no second region. */
export function Announcer({ children }: AnnouncerProps): ReactElement {
  const above = useContext(AnnounceContext);
  return above ? <>{children}</> : <LiveRegion>{children}</LiveRegion>;
}

function LiveRegion({ children }: AnnouncerProps): ReactElement {
  const [messages, setMessages] = useState<readonly { id: number; text: string }[]>([]);
  const nextId = useRef(0);
  const announce = useCallback<Announce>((text) => {
    nextId.current += 1;
    const message = { id: nextId.current, text };
    setMessages((before) => [...before.slice(1 - KEPT_MESSAGES), message]);
  }, []);
  return (
    <AnnounceContext.Provider value={announce}>
      {children}
      <div aria-live="polite" aria-atomic={false} data-ick-part="announcer" ref={hide}>
        {messages.map(({ id, text }) => (
          <p key={id}>{text}</p>
        ))}
      </div>
    </AnnounceContext.Provider>
  );
}

/** Says something to screen readers. Outside of an `Announcer` nothing is said. */
export function useAnnounce(): Announce {
  return useContext(AnnounceContext) ?? silent;
}
