import { Braces, Check, Eye, EyeOff, Shapes } from 'lucide-react';
import { type ReactElement, useContext, useState, useSyncExternalStore } from 'react';
import type { ImagePart } from '../../../messages/types.js';
import { regionsToJson, regionsToSvg } from '../../../regions/export-regions.js';
import type { RegionProblem } from '../../../regions/types.js';
import { loadsByItself, MessagesImage } from '../../parts/messages/index.js';
import { useCopy } from '../../shared/use-copy.js';
import { cleanName } from '../../words/clean-name.js';
import { useWords } from '../../words/WordsProvider.js';
import type { MenuItem } from '../adding/Menu.js';
import { MenuButton } from '../adding/MenuButton.js';
import { IconButton, onDark } from '../shared/IconButton.js';
import { readAnswerRegions } from './read-answer-regions.js';
import { RegionLayer } from './RegionLayer.js';
import { RegionBoardContext, type ShownRegion } from './region-board.js';
import type { RegionAnswerProps } from './RegionText.js';
import { usePointing } from './use-pointing.js';
import { useRegionWords } from './use-region-words.js';

const noSubscription = () => () => {};

/** What an answer points out, by image, with what can be done with it. Renders nothing if it points out nothing. */
export function RegionList(props: RegionAnswerProps): ReactElement | null {
  const { entry, images, rules, onOpenImage } = props;
  const { regions, problems } = readAnswerRegions(entry, images, rules);
  if (regions.length + problems.length === 0) return null;
  return (
    <div data-ick-part="regions" className="ik:grid ik:gap-2 ik:text-sm">
      {images.map((image, index) => {
        const inImage = regions.filter(({ imageIndex }) => imageIndex === index);
        return inImage.length === 0 ? null : (
          <RegionsOfImage
            key={image.id}
            answerId={entry.message.id}
            image={image}
            number={index + 1}
            regions={inImage}
            onOpenImage={onOpenImage}
          />
        );
      })}
      <Problems problems={problems} />
    </div>
  );
}

interface RegionsOfImageProps {
  answerId: string;
  image: ImagePart;
  number: number;
  regions: readonly ShownRegion[];
  onOpenImage: (imageId: string) => void;
}

/** As many as fit into a few lines. */
const SHOWN_AT_FIRST = 12;

function RegionsOfImage(props: RegionsOfImageProps): ReactElement {
  const { answerId, image, number, regions, onOpenImage } = props;
  const chatWords = useWords();
  const words = useRegionWords();
  const board = useContext(RegionBoardContext);
  const [isWhole, setIsWhole] = useState(false);
  const { isCopied, copy } = useCopy();
  const isShown = useSyncExternalStore(
    board?.subscribe ?? noSubscription,
    () => board?.isShown(answerId, image.id) ?? false,
    () => false,
  );
  const title = words.inImage(regions.length, number);
  const size = image.madeFrom ?? sizeOf(image);
  const space = image.madeFrom ? 'original' : 'sent';
  const listed = isWhole ? regions : regions.slice(0, SHOWN_AT_FIRST);
  const showsImage = isShown && canShow(image);
  const items: MenuItem[] = [
    ...(board
      ? [
          {
            icon: isShown ? EyeOff : Eye,
            label: isShown ? words.hide : words.show,
            onPress: () => board.setShown(answerId, image.id, !isShown),
          },
        ]
      : []),
    ...(size
      ? [
          {
            icon: Shapes,
            label: words.copySvg,
            onPress: () => copy(regionsToSvg(regions, size, { space })),
          },
        ]
      : []),
    {
      icon: Braces,
      label: words.copyJson,
      onPress: () => copy(regionsToJson(regions, { space })),
    },
  ];
  return (
    <section aria-label={title} className="ik:grid ik:gap-2">
      {showsImage ? (
        <button
          type="button"
          aria-label={chatWords.openImage(number)}
          onClick={() => onOpenImage(image.id)}
          className="ik:relative ik:justify-self-start ik:overflow-hidden ik:rounded-md"
        >
          <MessagesImage
            image={image}
            number={number}
            isRemoteAllowed
            className="ik:block ik:h-auto ik:max-h-80 ik:w-auto ik:max-w-full"
          />
          <RegionLayer imageId={image.id} fit="fill" />
        </button>
      ) : (
        <p className="ik:text-ink-2">{title}</p>
      )}
      <ul className="ik:m-0 ik:flex ik:list-none ik:flex-wrap ik:gap-1.5 ik:p-0">
        {listed.map((region, index) => (
          <li key={region.key} className="ik:max-w-full">
            <RegionChip region={region} index={index} onOpen={() => onOpenImage(image.id)} />
          </li>
        ))}
        {listed.length < regions.length && (
          <li>
            <button
              type="button"
              onClick={() => setIsWhole(true)}
              className="ik:min-h-8 ik:rounded-full ik:px-2 ik:text-xs ik:font-medium ik:text-accent ik:hover:bg-accent-soft"
            >
              {words.showAll(regions.length)}
            </button>
          </li>
        )}
        <li className="ik:flex">
          <MenuButton
            part="region-menu"
            label={isCopied ? chatWords.copied : title}
            items={items}
            {...(isCopied && { icon: Check })}
          />
        </li>
      </ul>
    </section>
  );
}

/** Whether the page has the image, or may load it. */
function canShow(image: ImagePart): boolean {
  return image.data.kind === 'bytes' || (image.data.kind === 'url' && loadsByItself(image, 'user'));
}

function sizeOf({ width, height }: ImagePart): { width: number; height: number } | undefined {
  return width && height ? { width, height } : undefined;
}

interface RegionChipProps {
  region: ShownRegion;
  index: number;
  onOpen: () => void;
}

function RegionChip({ region, index, onOpen }: RegionChipProps): ReactElement {
  const words = useRegionWords();
  const board = useContext(RegionBoardContext);
  const keys = [region.key];
  const pointing = usePointing(keys);
  return (
    <button
      type="button"
      data-ick-part="region-chip"
      {...pointing}
      data-ick-tooltip={region.isOutside ? words.outside : undefined}
      onClick={() => {
        board?.choose(keys);
        onOpen();
      }}
      className="ik:inline-flex ik:min-h-8 ik:max-w-full ik:items-center ik:gap-2 ik:rounded-full ik:border ik:border-line-strong ik:px-3 ik:hover:bg-sunken"
    >
      <span
        aria-hidden
        style={{ backgroundColor: region.colour }}
        className="ik:size-2.5 ik:flex-none ik:rounded-full ik:ring-1 ik:ring-black/60"
      />
      <bdi className="ik:truncate">{cleanName(region.label) || words.unnamed(index + 1)}</bdi>
      {region.isOutside && (
        <span className="ik:text-xs ik:text-ink-3 ik:whitespace-nowrap">{words.outside}</span>
      )}
    </button>
  );
}

function Problems({ problems }: { problems: readonly RegionProblem[] }): ReactElement | null {
  const words = useRegionWords();
  const sentences = new Set(
    problems.map(({ code, label, imageNumber }) =>
      code === 'image-gone'
        ? words.imageGone(cleanName(label), imageNumber)
        : words.sizeUnknown(cleanName(label), imageNumber),
    ),
  );
  if (sentences.size === 0) return null;
  return (
    <ul data-ick-part="region-problems" className="ik:m-0 ik:list-none ik:p-0 ik:text-warn">
      {[...sentences].slice(0, SHOWN_AT_FIRST).map((sentence) => (
        <li key={sentence} className="ik:wrap-anywhere">
          {sentence}
        </li>
      ))}
    </ul>
  );
}

/** Shows and hides the regions of an image, in the lightbox. Renders nothing without regions. */
export function RegionSwitch({ imageId }: { imageId: string }): ReactElement | null {
  const words = useRegionWords();
  const board = useContext(RegionBoardContext);
  const state = useSyncExternalStore(
    board?.subscribe ?? noSubscription,
    () => board?.stateOf(imageId),
    () => undefined,
  );
  if (!board || !state) return null;
  return (
    <IconButton
      icon={state === 'shown' ? EyeOff : Eye}
      label={state === 'shown' ? words.hide : words.show}
      className={onDark}
      onClick={() => board.toggle(imageId)}
    />
  );
}
