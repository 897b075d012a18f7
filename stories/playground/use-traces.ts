import { useCallback, useState } from 'react';
import type { ChatTrace } from '../../src/index.js';

/** One exchange with the server, as the panels show it. */
export interface Exchange {
  request: Extract<ChatTrace, { type: 'request' }>;
  status?: number;
  serverEvents: { event: string; data: string; id: string }[];
  chatEventCount: number;
}

/** Keeps the last exchange, so that a long session does not fill memory. */
export function useTraces(): {
  exchange: Exchange | undefined;
  onTrace: (trace: ChatTrace) => void;
} {
  const [exchange, setExchange] = useState<Exchange>();
  const onTrace = useCallback((trace: ChatTrace) => {
    setExchange((before) => {
      if (trace.type === 'request') return { request: trace, serverEvents: [], chatEventCount: 0 };
      if (!before) return before;
      switch (trace.type) {
        case 'response':
          return { ...before, status: trace.status };
        case 'server-event':
          return { ...before, serverEvents: [...before.serverEvents, trace.event] };
        case 'chat-event':
          return { ...before, chatEventCount: before.chatEventCount + 1 };
        default:
          return before;
      }
    });
  }, []);
  return { exchange, onTrace };
}
