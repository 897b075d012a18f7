import { createContext } from 'react';

/** The images an answer may refer to by their number. */
export interface ImageReferences {
  count: number;
  onOpen: (number: number) => void;
}

export const ImageReferencesContext = createContext<ImageReferences | undefined>(undefined);
