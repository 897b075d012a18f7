import { useState } from 'react';
import { createTraces, type Traces } from './traces.js';

/** Keeps the latest exchanges of a chat for `ChatInspector`. New traces do not render the component that calls it. */
export function useTraces(): Traces {
  const [traces] = useState(createTraces);
  return traces;
}
