import { useMemo } from 'react';
import type { UseIntakeOptions } from '../../../react/intake-types.js';
import type { IntakeRejection } from '../../../intake/rejection.js';
import type { ComposerModel } from './composer-context.js';

/** Options of an app for the images that come into a composer. */
export interface ComposerIntake extends Omit<
  UseIntakeOptions,
  'onImages' | 'onLinks' | 'fileTypes' | 'onFiles'
> {
  /**
   * Sends an image that arrives as its address as a link if the connection accepts it, and fetches the others.
   *
   * @defaultValue false: it is fetched, and the link is offered if its site does not allow copying
   */
  prefersLinks?: boolean;
  /**
   * Takes images that are pasted anywhere on the page, unless a text field or the app takes them. Of several composers
   * on a page, only the one around the focus does.
   *
   * @defaultValue true
   */
  isPageWidePaste?: boolean;
}

/**
 * Every source of a composer: images go to its queue, which waits for those on their way, and rejections to its
 * notices. `maxFiles` counts what is already there.
 */
export function useQueueIntake(
  {
    queue,
    message,
    files,
    addRejections,
  }: Pick<ComposerModel, 'queue' | 'message' | 'files' | 'addRejections'>,
  intake: ComposerIntake | undefined,
): UseIntakeOptions {
  const { add, addSources, addLink, addParts, ask, waitFor } = queue;
  // This function changes with each typed word, so it is only called on demand.
  const checkLink = intake?.prefersLinks ? message?.checkLink : undefined;
  const imageCount = queue.items.length;
  const { fileTypes, add: addFiles } = files ?? {};
  return useMemo(() => {
    const { prefersLinks: _asked, isPageWidePaste: _forComposer, ...options } = intake ?? {};
    const { maxFiles, onRejections, onArrival } = options;
    return {
      ...(ask && { ask }),
      ...(checkLink && { keepsLink: (url) => checkLink(url) === undefined }),
      ...options,
      ...(maxFiles !== undefined && { maxFiles: Math.max(0, maxFiles - imageCount) }),
      ...(fileTypes && addFiles && { fileTypes, onFiles: addFiles }),
      onImages: addSources,
      onParts: (parts) => void addParts(parts),
      onLinks: (urls) => urls.forEach((url) => addLink(url)),
      onRejections(rejections, from) {
        const hasRoom = maxFiles === undefined || imageCount < maxFiles;
        const unread = hasRoom ? rejections.filter((one) => mayBeReadLater(one, options)) : [];
        add(
          unread.flatMap(({ file, name }) => (file ? { file: new File([file], name), name } : [])),
        );
        const others = rejections.filter((rejection) => !unread.includes(rejection));
        if (others.length > 0) addRejections(others);
        onRejections?.(rejections, from);
      },
      onArrival(arrival) {
        waitFor(arrival);
        onArrival?.(arrival);
      },
    };
  }, [
    intake,
    imageCount,
    fileTypes,
    addFiles,
    checkLink,
    addSources,
    addLink,
    addParts,
    addRejections,
    ask,
    waitFor,
    add,
  ]);
}

/** A file that could not be read becomes a tile, which has a button to try again. */
function mayBeReadLater(
  { code, file }: IntakeRejection,
  { accept = ['image/*'] }: Pick<ComposerIntake, 'accept'>,
): boolean {
  if (code !== 'unreadable-file' || !file) return false;
  const [kind] = file.type.split('/');
  return accept.some((entry) =>
    [file.type, `${kind}/*`, `.${file.name.split('.').at(-1)}`].includes(entry.toLowerCase()),
  );
}
