import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { ImageChatComposer } from '../../../react/types.js';
import { QuoteButton, QuotePointer } from './reading-module.js';
import type { QuotableWords } from './selected-words.js';
import { selectionIn } from './selection-in.js';

const QuotableContext = createContext<QuotableWords | undefined>(undefined);

export interface QuotingProps {
  /** Takes the quotes. Without it there are none. */
  composer: Pick<ImageChatComposer, 'text' | 'setText'> | undefined;
  className: string;
  children: ReactNode;
}

/** A conversation whose answers can be quoted: what is selected in one of them goes into the composer. */
export function Quoting({ composer, className, children }: QuotingProps): ReactElement {
  const column = useRef<HTMLDivElement>(null);
  const [isWanted, setIsWanted] = useState(false);
  const [quotable, setQuotable] = useState<QuotableWords>();
  const isWatching = composer !== undefined && !isWanted;

  useEffect(() => {
    if (!isWatching) return undefined;
    const look = (): void => {
      const selection = column.current && selectionIn(column.current);
      if (selection?.isCollapsed === false && column.current?.contains(selection.anchorNode)) {
        setIsWanted(true);
      }
    };
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [isWatching]);

  return (
    <QuotableContext.Provider value={composer && quotable}>
      <div ref={column} className={`ik:relative ${className}`}>
        {children}
        {isWanted && composer && (
          <QuotePointer
            conversation={column}
            composer={composer}
            quotable={quotable}
            onChange={setQuotable}
          />
        )}
      </div>
    </QuotableContext.Provider>
  );
}

/** Among the actions of an answer, while words of it are selected. */
export function QuoteAction({ messageId }: { messageId: string }): ReactElement | null {
  const quotable = useContext(QuotableContext);
  return quotable?.messageId === messageId ? <QuoteButton onQuote={quotable.quote} /> : null;
}
