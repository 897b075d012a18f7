import { ChevronLeft, ChevronRight, Grid3x3, X } from 'lucide-react';
import { type ReactElement, useRef, useState } from 'react';
import type { Size } from '../../../formats/types.js';
import { modelView } from '../../../queue/detail-choices.js';
import { cleanName } from '../../words/clean-name.js';
import { useImageUrl } from '../../parts/messages/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { hostOf } from '../../words/host-of.js';
import { IconButton, onDark } from '../shared/IconButton.js';
import type { LightboxProps } from './types.js';
import type { LightboxImage } from './types.js';
import { type LoadedLinks, useLoadedLinks } from '../messages/loaded-links.js';
import { DownloadLink } from './DownloadLink.js';
import { handleKey } from './handle-key.js';
import { ModelFacts } from './ModelFacts.js';
import { ImageLayers } from './ImageLayers.js';
import { useDialog } from './use-dialog.js';
import { useZoom } from './use-zoom.js';
import { ZoomStage } from './ZoomStage.js';
import { ZoomTools } from './ZoomTools.js';

export interface LightboxViewProps extends LightboxProps {
  /** Whether the image is shown as the model sees it. @defaultValue controlled by the button in the dialog */
  showsModel?: boolean;
  onShowsModelChange?: (showsModel: boolean) => void;
  /** Shown before the caption, for instance when an image is only previewed. */
  badge?: string | undefined;
}

/** One image in a dialog: as large as possible, or as the model sees it. */
export function LightboxView(props: LightboxViewProps): ReactElement | null {
  const { images, index, onIndexChange, onClose, rules, tools, children, className = '' } = props;
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const growOnce = useDialog(dialog, stage);
  const [ownShowsModel, setShowsModel] = useState(false);
  const { showsModel = ownShowsModel, onShowsModelChange = setShowsModel, badge } = props;
  const [originalPercent, setOriginalPercent] = useState(0);
  const [natural, setNatural] = useState<Size & { id: string }>();
  const [unpaintable, setUnpaintable] = useState<Blob>();

  const image = images[index];
  const isPaintable = image?.original !== unpaintable;
  const original = isPaintable ? image?.original : undefined;
  const links = useLoadedLinks();
  const waitingUrl = image && urlThatWaits(image, links);
  const url = useImageUrl(image && waitingUrl === undefined ? image : NO_IMAGE);
  const seen = image && rules && modelView(image, rules);
  const isModelShown = showsModel && seen !== undefined;
  const isLoaded = natural?.id === image?.id;
  const loaded = isLoaded ? natural : undefined;
  const size = isModelShown ? seen : loaded;
  const cells = isModelShown ? seen.cells : undefined;
  const extent = cells
    ? { width: cells.columns * cells.cellPx, height: cells.rows * cells.cellPx }
    : size;
  const zoom = useZoom(
    stage,
    image && extent && { ...extent, id: image.id },
    isModelShown ? 1 : undefined,
  );
  if (!image) return null;

  const turn = (step: number): void => {
    const next = index + step;
    if (next >= 0 && next < images.length) onIndexChange(next);
  };
  const label = words.image(index + 1);
  const title = image.name === undefined ? label : cleanName(image.name);

  return (
    <dialog
      ref={dialog}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- scripts and tests of apps look for [role=dialog]
      role="dialog"
      data-ick-part="lightbox"
      aria-label={title}
      onKeyDown={(event) => handleKey(event, { zoom, turn, onClose })}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`ik:m-auto ik:h-dvh ik:max-h-none ik:w-dvw ik:max-w-none ik:border-0 ik:bg-[#111110] ik:text-white ik:backdrop:bg-transparent ${className}`}
    >
      <div className="ik:flex ik:h-full ik:flex-col">
        <div className="ik:flex ik:flex-wrap ik:items-center ik:gap-1 ik:p-2 ik:text-sm">
          <bdi className="ik:min-w-16 ik:flex-1 ik:truncate ik:ps-2">{title}</bdi>
          {images.length > 1 && (
            <span className="ik:px-2 ik:whitespace-nowrap ik:tabular-nums">
              {words.position(index + 1, images.length)}
            </span>
          )}
          <div className="ik:flex ik:items-center ik:gap-1 ik:max-sm:order-last ik:max-sm:w-full ik:max-sm:justify-between">
            {seen && (
              <button
                type="button"
                aria-pressed={showsModel}
                onClick={() => onShowsModelChange(!showsModel)}
                className="ik:flex ik:h-8 ik:items-center ik:gap-1.5 ik:rounded-full ik:px-2.5 ik:text-xs ik:hover:bg-white/15 ik:aria-pressed:bg-white ik:aria-pressed:text-[#111110] ik:forced-colors:aria-pressed:border"
              >
                <Grid3x3 className="ik:size-4" strokeWidth={1.75} aria-hidden />
                {words.modelView}
              </button>
            )}
            <ZoomTools zoom={zoom} />
          </div>
          {tools}
          <DownloadLink image={image} url={url} />
          <IconButton icon={X} label={words.close} onClick={onClose} className={onDark} />
        </div>
        <div className="ik:relative ik:flex ik:min-h-0 ik:flex-1 ik:flex-col">
          <ZoomStage
            ref={stage}
            zoom={zoom}
            extent={extent}
            label={`${label}. ${words.zoomHelp}`}
            onPressBeside={onClose}
          >
            {url !== undefined && (
              <ImageLayers
                key={image.id}
                src={url}
                alt={image.alt || label}
                size={size ?? ONE_PIXEL}
                extent={extent ?? ONE_PIXEL}
                cells={cells}
                original={isModelShown ? original : undefined}
                originalPercent={originalPercent}
                overlay={image.overlay}
                scale={zoom.view?.scale ?? 1}
                onOriginalError={() => setUnpaintable(image.original)}
                onSize={(known) => {
                  setNatural({ ...known, id: image.id });
                  growOnce();
                }}
              />
            )}
          </ZoomStage>
          <TurnButton step={-1} isThere={index > 0} turn={turn} />
          <TurnButton step={1} isThere={index < images.length - 1} turn={turn} />
        </div>
        <div className="ik:flex ik:min-h-12 ik:items-center ik:gap-1 ik:p-2 ik:text-xs">
          <div className="ik:grid ik:max-h-[45dvh] ik:min-w-0 ik:flex-1 ik:justify-items-center ik:gap-2 ik:overflow-y-auto ik:p-1 ik:text-center ik:tabular-nums">
            {badge !== undefined && (
              <span className="ik:rounded-full ik:bg-white ik:px-2 ik:text-2xs ik:leading-5 ik:font-medium ik:text-[#111110] ik:forced-colors:border">
                {badge}
              </span>
            )}
            {isModelShown ? (
              <ModelFacts
                seen={seen}
                hasOriginal={original !== undefined}
                originalPercent={originalPercent}
                onOriginalPercentChange={setOriginalPercent}
              />
            ) : (
              image.caption !== undefined && (
                <span className="ik:line-clamp-3 ik:wrap-anywhere ik:opacity-80">
                  {image.caption}
                </span>
              )
            )}
            {waitingUrl !== undefined && (
              <button
                type="button"
                onClick={() => {
                  links.load(waitingUrl);
                  // The button disappears, and the keys of the dialog need the focus in it.
                  stage.current?.focus();
                }}
                className="ik:min-h-8 ik:rounded-full ik:px-3 ik:font-semibold ik:underline ik:underline-offset-2 ik:hover:bg-white/15"
              >
                {words.remoteImage(hostOf(waitingUrl))}: {words.loadImage}
              </button>
            )}
            {children}
          </div>
        </div>
      </div>
    </dialog>
  );
}

function urlThatWaits(
  { data, loadsOnPress }: LightboxImage,
  links: LoadedLinks,
): string | undefined {
  const waits = data.kind === 'url' && loadsOnPress && !links.urls.has(data.url);
  return waits ? data.url : undefined;
}

const NO_IMAGE: Pick<LightboxImage, 'data'> = { data: { kind: 'file-id', fileId: '' } };
/** Placeholder until the image has loaded. */
const ONE_PIXEL: Size = { width: 1, height: 1 };
interface TurnButtonProps {
  step: 1 | -1;
  isThere: boolean;
  turn: (step: number) => void;
}

/** At half the height of the image, at its side. */
function TurnButton({ step, isThere, turn }: TurnButtonProps): ReactElement | null {
  const words = useWords();
  if (!isThere) return null;
  return (
    <IconButton
      icon={step > 0 ? ChevronRight : ChevronLeft}
      label={step > 0 ? words.next : words.previous}
      onClick={() => turn(step)}
      className={`${onDark} ik:absolute ik:top-1/2 ik:-mt-5 ik:size-10 ik:bg-[#111110]/60 ik:rtl:-scale-x-100 ${
        step > 0 ? 'ik:end-2' : 'ik:start-2'
      }`}
    />
  );
}
