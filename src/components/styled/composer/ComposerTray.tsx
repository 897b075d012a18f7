import { Pencil } from 'lucide-react';
import { type ReactElement, useCallback, useState } from 'react';
import type { ImageDetail } from '../../../models/types.js';
import type { ImageChatComposer } from '../../../react/types.js';
import { useComposer } from '../../parts/composer/index.js';
import { matchesMedia } from '../../shared/matches-media.js';
import { sentNumber } from '../../words/image-title.js';
import { useWords } from '../../words/WordsProvider.js';
import { QueueLightbox } from '../lightbox/QueueLightbox.js';
import { QueueMarkup } from '../markup/MarkupDialog.js';
import { IconButton } from '../shared/IconButton.js';
import { ImageTray } from '../tray/ImageTray.js';

export interface ComposerTrayProps {
  composer: Pick<ImageChatComposer, 'uploads' | 'retryUpload'> &
    Partial<Pick<ImageChatComposer, 'message'>>;
  details: readonly ImageDetail[] | undefined;
  className: string;
}

/** The images of a message, with the dialogs that a tile opens. */
export function ComposerTray(props: ComposerTrayProps): ReactElement {
  const { composer: given, details, className } = props;
  const { composer, inputRef } = useComposer('ComposerTray');
  const { queue } = composer;
  const { undescribedIds } = given.message ?? {};
  const words = useWords();
  const [openId, setOpenId] = useState<string>();
  const [markedId, setMarkedId] = useState<string>();
  const focusText = useCallback(() => {
    // On a touch screen this would open the keyboard.
    if (matchesMedia('(pointer: fine)')) inputRef.current?.focus();
  }, [inputRef]);
  return (
    <>
      <ImageTray
        queue={queue}
        onOpen={setOpenId}
        onEmpty={focusText}
        onEdit={setMarkedId}
        {...(given.uploads && { uploads: given.uploads })}
        {...(given.retryUpload && { onRetryUpload: given.retryUpload })}
        {...(undescribedIds && { undescribedIds })}
        className={className}
        {...(details && { details })}
      />
      <QueueLightbox
        items={queue.items}
        openId={openId}
        onOpenIdChange={setOpenId}
        queue={queue}
        {...(details && { details })}
        renderTools={(id) =>
          queue.items.find((item) => item.id === id)?.link ? undefined : (
            <IconButton
              icon={Pencil}
              label={words.markUpImage(sentNumber(queue.items, id) ?? 0)}
              className="ik:text-white ik:hover:bg-white/15 ik:hover:text-white"
              onClick={() => {
                setOpenId(undefined);
                setMarkedId(id);
              }}
            />
          )
        }
      />
      <QueueMarkup queue={queue} openId={markedId} onClose={() => setMarkedId(undefined)} />
    </>
  );
}
