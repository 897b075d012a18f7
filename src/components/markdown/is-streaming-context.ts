import { createContext } from 'react';

/** Whether more of the text is coming. */
export const IsStreamingContext = createContext(false);
