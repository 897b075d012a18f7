import {
  createContext,
  type ReactElement,
  type ReactNode,
  useContext,
  useDeferredValue,
  useEffect,
  useMemo,
  useState,
} from 'react';
import type { Components } from 'react-markdown';
import type { ChatEntry } from '../../../chat/types.js';
import type { ImagePart } from '../../../messages/types.js';
import type { ModelImageRules } from '../../../models/types.js';
import { createRegionDetector } from '../../../regions/may-have-regions.js';
import { withoutRegionTags } from '../../../regions/read-tag-regions.js';
import type { MarkdownProps } from '../../markdown/Markdown.js';
import type {
  MarkdownPlugin,
  MarkdownPluginProps,
  MarkdownPlugins,
} from '../../markdown/markdown-slots.js';
import { MarkdownText } from '../messages/MarkdownText.js';
import { readAnswerRegions } from './read-answer-regions.js';
import { RegionBoardContext, type ShownRegion } from './region-board.js';
import { remarkRegionWords } from './remark-region-words.js';
import { usePointing } from './use-pointing.js';

export interface RegionAnswerProps {
  entry: ChatEntry;
  /** The images that the answer is about. */
  images: readonly ImagePart[];
  /** Rules of the model, for answers that do not say which model wrote them. */
  rules: ModelImageRules | undefined;
  onOpenImage: (imageId: string) => void;
}

interface Words {
  regions: readonly ShownRegion[];
  /** Whether they are those of the whole text that is shown. */
  isRead: boolean;
  onOpen: (imageId: string) => void;
}

const WordsContext = createContext<Words>({ regions: [], isRead: true, onOpen: () => {} });

/**
 * The text of an answer that points out places in images: without the tags and the code that state them, and with names that make their places stand out. Its places are drawn on the images.
 */
export function RegionText(props: RegionAnswerProps & MarkdownProps): ReactElement {
  const { entry, images, rules, onOpenImage, text, components, remarkPlugins, ...rest } = props;
  const { plugins } = rest;
  const board = useContext(RegionBoardContext);
  const [keepSame] = useState(createKeeper);
  // A long list must not hold up the text that it is written in.
  const readEntry = useDeferredValue(entry);
  const isRead = readEntry === entry;
  const regions = keepSame(readAnswerRegions(readEntry, images, rules).regions);
  const { id } = entry.message;
  const atMs = entry.answer?.startedAtMs ?? 0;
  useEffect(() => board?.publish({ answerId: id, atMs, regions }), [board, id, atMs, regions]);
  const words = useMemo(
    () => ({ regions, isRead, onOpen: onOpenImage }),
    [regions, isRead, onOpenImage],
  );
  const wordPlugins = useMemo(
    (): MarkdownPlugins => [
      ...(remarkPlugins ?? []),
      [remarkRegionWords, [...new Set(regions.map(({ label }) => label))]],
    ],
    [regions, remarkPlugins],
  );
  const blockPlugins = useMemo(() => [...(plugins ?? []), drawnCode], [plugins]);
  const elements = useMemo(() => ({ ...components, ...ownElements }), [components]);
  return (
    <WordsContext.Provider value={words}>
      <MarkdownText
        {...rest}
        text={withoutRegionTags(text)}
        components={elements}
        remarkPlugins={wordPlugins}
        plugins={blockPlugins}
      />
    </WordsContext.Provider>
  );
}

/** Returns the earlier list while the next one is equal, so that a stream draws nothing twice. */
function createKeeper(): (regions: readonly ShownRegion[]) => readonly ShownRegion[] {
  let kept: readonly ShownRegion[] = [];
  let keptText = '[]';
  return (regions) => {
    const text = JSON.stringify(regions);
    if (text !== keptText) {
      kept = regions;
      keptText = text;
    }
    return kept;
  };
}

/** The name of a region in running text: it stands out in the image while pointed at, and a press opens the image. */
function RegionWord({ name, children }: { name?: string; children?: ReactNode }): ReactElement {
  const board = useContext(RegionBoardContext);
  const { regions, onOpen } = useContext(WordsContext);
  const named = regions.filter(({ label }) => label.toLowerCase() === name);
  const keys = named.map(({ key }) => key);
  const pointing = usePointing(keys);
  const imageId = named[0]?.imageId;
  if (imageId === undefined) return <>{children}</>;
  return (
    <button
      type="button"
      data-ick-part="region-word"
      {...pointing}
      onClick={() => {
        board?.choose(keys);
        onOpen(imageId);
      }}
      className="ik:rounded-xs ik:underline ik:decoration-dotted ik:decoration-2 ik:underline-offset-3 ik:hover:bg-accent-soft ik:focus-visible:bg-accent-soft"
    >
      {children}
    </button>
  );
}

const ownElements = { 'region-word': RegionWord } as Components;

/** Code that states regions: it is not shown while they are drawn, or may yet be. */
function RegionCode({ text, isComplete, children }: MarkdownPluginProps): ReactNode {
  const { regions, isRead } = useContext(WordsContext);
  const [mayHaveRegions] = useState(createRegionDetector);
  const isDrawn = regions.length > 0 || !isComplete || !isRead;
  return isDrawn && mayHaveRegions(text) ? null : children;
}

const drawnCode: MarkdownPlugin = { languages: ['json', ''], render: RegionCode };
