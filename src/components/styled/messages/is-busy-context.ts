import { createContext } from 'react';

/**
 * Whether an answer is under way, when nothing else can be asked. It changes twice with each question, and only the buttons
 * it switches off are drawn again.
 */
export const IsBusyContext = createContext(false);
