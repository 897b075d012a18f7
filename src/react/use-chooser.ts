import { type ReactNode, useCallback, useState } from 'react';
import { loadModule } from '../internal/lazy-module.js';
import type { AskPerson } from '../intake/file-source.js';
import type { UseImageQueueResult } from './types.js';

const loadAsking = () => loadModule(() => import('./ask-person.js'));

/** Renders the questions of files before they become images, one after the other. */
export function useChooser(): Required<Pick<UseImageQueueResult, 'ask' | 'chooser'>> {
  const [chooser, setChooser] = useState<ReactNode>();
  const ask = useCallback<AskPerson<ReactNode>>(async (render, { signal } = {}) => {
    const { askPerson } = await loadAsking();
    return askPerson(setChooser, render, signal);
  }, []);
  return { ask, chooser };
}
