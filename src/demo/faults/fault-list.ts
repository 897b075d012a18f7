import type { DemoFault } from '../types.js';
import type { Fault, FaultTable, OrderedFault } from './fault.js';
import { statusFaults } from './status-faults.js';
import { streamFaults } from './stream-faults.js';

const endingFaults: FaultTable = {
  length: { kind: 'ending', what: 'the output limit cuts the answer', finish: 'length' },
  'content-filter': { kind: 'ending', what: 'a content filter cuts the answer', finish: 'filter' },
  refusal: { kind: 'ending', what: 'the model declines to answer', finish: 'refusal' },
  slow: {
    kind: 'pace',
    what: 'the answer starts late and comes word by word',
    delayMs: 3000,
    tokensPerSecond: 5,
  },
  'batch-expired': { kind: 'batch', what: 'half of a batch is not done in time' },
};

const faults: FaultTable = { ...streamFaults, ...statusFaults, ...endingFaults };

/** Other names that fault lists use for the same thing. */
const aliases: Readonly<Record<string, string>> = {
  'truncated-clean-eof': 'truncated',
  '413-nginx-html': '413-html',
  'cors-missing': 'reset-before-head',
  'emoji-byte-split': 'byte-by-byte',
};

/** Every available fault, requested by option, by the header `x-demo-fault` or by writing `/fault NAME`. */
export const demoFaults: readonly DemoFault[] = Object.entries(faults).map(([name, { what }]) => ({
  name,
  what,
}));

/** Returns `undefined` for `ok` and an empty name; an unknown name is a fault that reports itself. */
export function findFault(name: string | null | undefined): OrderedFault | undefined {
  const wanted = name?.trim() ?? '';
  if (wanted === '' || wanted === 'ok') return undefined;
  const known = aliases[wanted] ?? wanted;
  const fault = Object.hasOwn(faults, known) ? faults[known] : undefined;
  return { name: known, fault: fault ?? unknownFault(wanted) };
}

/** Extracts `/fault NAME` from a question. */
export function takeFault(text: string): { text: string; ordered: OrderedFault | undefined } {
  const match = /(?:^|\s)\/fault\s+([\w-]+)/.exec(text);
  if (!match) return { text, ordered: undefined };
  return { text: text.replace(match[0], ' ').trim(), ordered: findFault(match[1]) };
}

function unknownFault(name: string): Fault {
  return {
    kind: 'response',
    what: 'no such fault',
    respond: (_, style) =>
      new Response(
        JSON.stringify(
          style.body(
            {
              status: 400,
              message: `The demo backend knows no fault named '${name}'. It knows: ${Object.keys(faults).join(', ')}.`,
              type: 'invalid_request_error',
            },
            'req_demo_fault',
          ),
        ),
        { status: 400, headers: { 'content-type': 'application/json' } },
      ),
  };
}
