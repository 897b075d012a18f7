import type { ReactElement } from 'react';
import type { Problem, ProblemFix } from '../../../messages/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { Notice, type NoticeAction } from '../shared/Notice.js';

export interface ProblemNoticeProps {
  problem: Problem;
  /** Applies the fix of a problem. */
  onMend?: ((problem: Problem) => unknown) | undefined;
  actions?: readonly NoticeAction[];
  onDismiss?: (() => void) | undefined;
}

/** Something an endpoint refuses, with buttons that fix it. */
export function ProblemNotice(props: ProblemNoticeProps): ReactElement {
  const { problem, onMend, actions = [], onDismiss } = props;
  const words = useWords();
  const fixes = new Set<ProblemFix>();
  if (problem.fix) fixes.add(problem.fix);
  if (problem.imageId !== undefined) fixes.add('remove');
  const mends: NoticeAction[] = [];
  for (const fix of fixes) {
    const label = words.fix(fix);
    if (label && onMend) mends.push({ label, onPress: () => void onMend({ ...problem, fix }) });
  }
  return (
    <Notice
      tone={problem.severity === 'error' ? 'bad' : 'warn'}
      actions={[...mends, ...actions]}
      {...(onDismiss && { onDismiss })}
    >
      {words.problem(problem)}
    </Notice>
  );
}
