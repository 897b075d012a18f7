import { createContext } from 'react';

/** The pictures an answer may speak of by their number. */
export interface ImageReferences {
  count: number;
  onOpen: (number: number) => void;
}

export const ImageReferencesContext = createContext<ImageReferences | undefined>(undefined);
