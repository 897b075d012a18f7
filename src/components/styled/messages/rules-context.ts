import { createContext } from 'react';
import type { ModelImageRules } from '../../../models/types.js';

/** Rules of the model that the chat asks now. */
export const RulesContext = createContext<ModelImageRules | undefined>(undefined);
