import { createContext } from 'react';

/**
 * Whether an answer is in flight, so that nothing else can be asked. It changes twice with each question, and only the
 * buttons it disables re-render.
 */
export const IsBusyContext = createContext(false);
