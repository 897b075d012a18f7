import { createContext } from 'react';

/** The images that are shown but not sent: the user chose to send the text without them, and the request was refused. */
export const LeftOutContext = createContext<ReadonlySet<string>>(new Set());
