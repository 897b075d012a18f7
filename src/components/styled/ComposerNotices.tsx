import type { ReactElement } from 'react';
import type { Problem } from '../../messages/types.js';
import type { ImageChatComposer } from '../../react/types.js';
import { cleanName } from '../format.js';
import { useWords } from '../words-context.js';
import { Notice, type NoticeAction } from './Notice.js';

type Noticed = Pick<ImageChatComposer, 'rejections' | 'dismissRejections' | 'message' | 'queue'>;

/** Files that were not taken, and what an endpoint would refuse, each with what to do. */
export function ComposerNotices({ composer }: { composer: Noticed }): ReactElement {
  const { rejections, dismissRejections, message, queue } = composer;
  const words = useWords();
  const { items, remove, setDetail } = queue;

  const actionsFor = ({ imageId, fix }: Problem): NoticeAction[] => {
    if (imageId === undefined || !items.some(({ id }) => id === imageId)) return [];
    const actions = [{ label: words.removeThisImage, onPress: () => remove(imageId) }];
    if (fix === 'shrink') {
      actions.unshift({ label: words.shrink, onPress: () => setDetail(imageId, 'low') });
    }
    return actions;
  };

  return (
    <>
      {rejections.length > 0 && (
        <Notice
          onDismiss={dismissRejections}
          spoken={rejections.map((rejection) => words.rejection(rejection)).join(' ')}
        >
          <ul className="ik:list-none ik:max-h-24 ik:overflow-y-auto">
            {rejections.map((rejection, index) => (
              // The same file may be refused twice.
              // eslint-disable-next-line react/no-array-index-key
              <li key={`${index}-${rejection.name}`}>
                <bdi className="ik:font-semibold">{cleanName(rejection.name)}</bdi>{' '}
                {words.rejection(rejection)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {message.problems
        .filter(({ code }) => code !== 'empty-message')
        .map((problem) => (
          <Notice
            key={`${problem.code}-${problem.imageId ?? problem.messageId ?? ''}`}
            tone={problem.severity === 'error' ? 'bad' : 'warn'}
            actions={actionsFor(problem)}
          >
            {words.problem(problem)}
          </Notice>
        ))}
    </>
  );
}
