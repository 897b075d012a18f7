import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { ReactElement } from 'react';
import type { MessageVersions } from '../../../chat/types.js';
import { useAnnounce } from '../../parts/announcer/index.js';
import { useWords } from '../../words/WordsProvider.js';
import type { IconComponent } from '../shared/icon.js';
import { IconButton } from '../shared/IconButton.js';

export interface VersionSwitchProps {
  /** The `versions` of a chat entry. */
  versions: MessageVersions;
  /** Versions cannot be switched while an answer is in flight. */
  isBusy: boolean;
  /** Called with the index of the version to show, counted from 0. */
  onShow: (versionIndex: number) => void;
}

/** "‹ 2/3 ›": switches between the versions of a message. */
export function VersionSwitch({ versions, isBusy, onShow }: VersionSwitchProps): ReactElement {
  const words = useWords();
  const announce = useAnnounce();
  const { index } = versions;
  const count = versions.others.length + 1;

  const step = (by: -1 | 1, icon: IconComponent, label: string): ReactElement => {
    const next = index + by;
    const isEnd = isBusy || next < 0 || next >= count;
    return (
      <IconButton
        icon={icon}
        label={label}
        // A disabled button would lose the focus at the last version.
        aria-disabled={isEnd}
        onClick={() => {
          if (isEnd) return;
          onShow(next);
          announce(words.version(next + 1, count));
        }}
        className="ik:aria-disabled:opacity-35 ik:rtl:-scale-x-100"
      />
    );
  };
  return (
    <fieldset
      aria-label={words.version(index + 1, count)}
      data-ick-part="versions"
      className="ik:m-0 ik:flex ik:min-w-0 ik:flex-none ik:items-center ik:border-0 ik:p-0 ik:text-xs ik:text-ink-2 ik:tabular-nums"
    >
      {step(-1, ChevronLeft, words.previousVersion)}
      <bdi aria-hidden>
        {index + 1}/{count}
      </bdi>
      {step(1, ChevronRight, words.nextVersion)}
    </fieldset>
  );
}
