import type { ReactElement } from 'react';
import type { Problem, ProblemFix } from '../../../messages/types.js';
import { useWords } from '../../words/WordsProvider.js';
import { Notice, type NoticeAction } from '../shared/Notice.js';

export interface ProblemNoticeProps {
  problem: Problem;
  /** Applies the fix of a problem. */
  onFix?: ((problem: Problem) => unknown) | undefined;
  /** Whether there is text that could be sent without the images. @defaultValue false */
  hasText?: boolean;
  actions?: readonly NoticeAction[];
  /** Whether its words may still change, as they do with every image that is prepared. They are then not announced. */
  isOpen?: boolean;
  onDismiss?: (() => void) | undefined;
}

/** Whether the model refuses every image: sending the text alone helps, trying again does not. */
export function isUnseen({ code, severity }: Problem): boolean {
  return code === 'no-vision' && severity === 'error';
}

/** Something an endpoint refuses, with buttons that fix it. */
export function ProblemNotice(props: ProblemNoticeProps): ReactElement {
  const { problem, onFix, hasText = false, actions = [], isOpen = false, onDismiss } = props;
  const words = useWords();
  const fixes = new Set<ProblemFix>();
  if (problem.fix) fixes.add(problem.fix);
  if (problem.imageId !== undefined) fixes.add('remove');
  if (hasText && isUnseen(problem)) fixes.add('leave-out-images');
  const buttons: NoticeAction[] = [];
  for (const fix of fixes) {
    const label = words.fix(fix);
    if (label && onFix) buttons.push({ label, onPress: () => void onFix({ ...problem, fix }) });
  }
  return (
    <Notice
      tone={problem.severity === 'error' ? 'bad' : 'warn'}
      actions={[...buttons, ...actions]}
      {...(isOpen && { spoken: '' })}
      {...(onDismiss && { onDismiss })}
    >
      {words.problem(problem)}
    </Notice>
  );
}
