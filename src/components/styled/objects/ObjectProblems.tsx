import type { ReactElement } from 'react';
import type { ObjectProblem } from '../../../objects/types.js';

/** More would not be read. */
const MAX_SHOWN = 5;

/** Where an answer does not match its schema. */
export function ObjectProblems({ problems }: { problems: readonly ObjectProblem[] }): ReactElement {
  return (
    <ul dir="ltr" className="ik:mt-1 ik:list-disc ik:ps-4 ik:text-start ik:text-xs">
      {problems.slice(0, MAX_SHOWN).map((problem, index) => (
        <li key={index}>
          {problem.path !== '' && <code>{problem.path}: </code>}
          {problem.message}
        </li>
      ))}
    </ul>
  );
}
