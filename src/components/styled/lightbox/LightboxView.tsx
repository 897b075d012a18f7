import { Grid3x3, X } from 'lucide-react';
import { type ReactElement, type ReactNode, useId, useRef, useState } from 'react';
import type { Size } from '../../../formats/types.js';
import type { Cells } from '../../../models/sizing/sized.js';
import { modelView } from '../../../queue/detail-choices.js';
import { cleanName } from '../../words/clean-name.js';
import { useImageUrl } from '../../parts/messages/index.js';
import { useWords } from '../../words/WordsProvider.js';
import { hostOf } from '../../words/host-of.js';
import { IconButton, onDark } from '../shared/IconButton.js';
import type { LightboxProps } from './types.js';
import type { LightboxImage } from './types.js';
import { type LoadedLinks, useLoadedLinks } from '../messages/loaded-links.js';
import { CompareSlider } from './CompareSlider.js';
import { DetailsPanel } from './DetailsPanel.js';
import { DownloadLink } from './DownloadLink.js';
import { handleKey } from './handle-key.js';
import { LightboxBar } from './LightboxBar.js';
import { ModelFacts } from './ModelFacts.js';
import { ImageLayers } from './ImageLayers.js';
import { PaddingLegend } from './PaddingLegend.js';
import { ThumbnailStrip } from './ThumbnailStrip.js';
import { TurnButton } from './TurnButton.js';
import { useDialog } from './use-dialog.js';
import { useZoom } from './use-zoom.js';
import { ZoomStage } from './ZoomStage.js';
import { ZoomTools } from './ZoomTools.js';

export interface LightboxViewProps extends LightboxProps {
  /** Whether the image is shown as the model sees it. @defaultValue controlled by the button in the dialog */
  showsModel?: boolean;
  onShowsModelChange?: (showsModel: boolean) => void;
  /** Longer side of the file that the image was prepared from, px: the image may be enlarged that far at first. */
  sourceSidePx?: number | undefined;
  /** What a user should know about the image. */
  notice?: ReactNode;
  /** The menu of details. */
  detailMenu?: ReactNode;
  /** What is shown on request, with the figures of the image. */
  details?: ReactNode;
  /** Whether they are shown. @defaultValue false */
  showsDetails?: boolean;
  onShowsDetailsChange?: (showsDetails: boolean) => void;
}

const nothing = (): void => {};

/** Share of a side from which a padding has a legend. */
const MIN_LEGEND_SHARE = 0.02;

/** Between groups of buttons. */
const separator = (
  <span className="ik:mx-1 ik:h-5 ik:w-px ik:flex-none ik:bg-white/20 ik:max-sm:hidden" />
);

/** One image in a dialog: as large as possible, or as the model sees it. */
export function LightboxView(props: LightboxViewProps): ReactElement | null {
  const { images, index, onIndexChange, onClose, rules, tools, children, className = '' } = props;
  const { notice, detailMenu, details, sourceSidePx = 0 } = props;
  const { showsDetails = false, onShowsDetailsChange = nothing } = props;
  const words = useWords();
  const dialog = useRef<HTMLDialogElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const panelId = useId();
  const [ownShowsModel, setShowsModel] = useState(false);
  const { showsModel = ownShowsModel, onShowsModelChange = setShowsModel } = props;
  const [originalPercent, setOriginalPercent] = useState(50);
  const [natural, setNatural] = useState<Size & { id: string }>();
  const [gliding, setGliding] = useState<Size>();
  const [unpaintable, setUnpaintable] = useState<Blob>();

  const image = images[index];
  const isPaintable = image?.original !== unpaintable;
  const original = isPaintable ? image?.original : undefined;
  const links = useLoadedLinks();
  const waitingUrl = image && urlThatWaits(image, links);
  const url = useImageUrl(image && waitingUrl === undefined ? image : NO_IMAGE);
  const seen = image && rules && modelView(image, rules);
  const isModelShown = showsModel && seen !== undefined;
  const size = image && natural?.id === image.id ? natural : undefined;
  const cells = isModelShown ? seen.cells : undefined;
  const padding = seen?.cells && paddingOf(seen, seen.cells);
  const hasLegend = seen !== undefined && padding !== undefined && isLarge(padding, seen);
  // In pixels of the image, which a model may reduce: the squares come and go, the image keeps its scale.
  const pixelsPerSeen = size && seen ? size.width / seen.width : 1;
  const extent =
    size && isModelShown && padding
      ? {
          width: size.width + padding.width * pixelsPerSeen,
          height: size.height + padding.height * pixelsPerSeen,
        }
      : size;
  const turnTo = (next: number): void => {
    if (next !== index && next >= 0 && next < images.length) onIndexChange(next);
  };
  const turn = (step: number): void => turnTo(index + step);
  const zoom = useZoom(stage, {
    image: size,
    extent,
    maxFitScale: Math.max(1, size ? sourceSidePx / Math.max(size.width, size.height) : 1),
    onSwipe: (direction) => turn(isFromRight(dialog.current) ? direction : -direction),
  });
  useDialog(dialog, stage, zoom.view !== undefined);
  if (!image) return null;

  const find = (selector: string) => dialog.current?.querySelector<HTMLElement>(selector);
  const showDetails = (shows: boolean): void => {
    // What has the focus in the panel goes with it.
    if (!shows) find(`[aria-controls="${panelId}"]`)?.focus();
    onShowsDetailsChange(shows);
    if (shows) requestAnimationFrame(() => find('[data-ick-part=lightbox-details] input')?.focus());
  };
  const label = words.image(index + 1);
  const title = image.name === undefined ? label : cleanName(image.name);

  return (
    <dialog
      ref={dialog}
      // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- scripts and tests of apps look for [role=dialog]
      role="dialog"
      data-ick-part="lightbox"
      data-ick-theme="dark"
      aria-label={title}
      onKeyDown={(event) =>
        handleKey(event, {
          zoom,
          turn,
          turnTo,
          last: images.length - 1,
          onClose: details && showsDetails ? () => showDetails(false) : onClose,
        })
      }
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`ik:m-auto ik:h-dvh ik:max-h-none ik:w-dvw ik:max-w-none ik:overflow-hidden ik:border-0 ik:bg-[#111110] ik:text-white ik:backdrop:bg-transparent ${className}`}
    >
      <div className="ik:flex ik:h-full ik:flex-col">
        <div className="ik:flex ik:flex-none ik:items-center ik:gap-1 ik:p-2 ik:text-sm">
          <bdi className="ik:min-w-0 ik:truncate ik:ps-2">{title}</bdi>
          {images.length > 1 && (
            <span className="ik:px-1.5 ik:text-xs ik:whitespace-nowrap ik:text-white/70 ik:tabular-nums">
              {words.position(index + 1, images.length)}
            </span>
          )}
          <span className="ik:flex-1" />
          <ZoomTools
            view={zoom.view}
            zoomBy={zoom.zoomBy}
            toFit={zoom.toFit}
            className="ik:max-sm:hidden"
          />
          {separator}
          {tools}
          <DownloadLink image={image} url={url} />
          {separator}
          <IconButton
            icon={X}
            label={words.close}
            keys="Esc"
            onClick={onClose}
            className={onDark}
          />
        </div>
        <div className="ik:relative ik:flex ik:min-h-0 ik:flex-1 ik:flex-col">
          <ZoomStage
            ref={stage}
            zoom={zoom}
            image={size}
            extent={extent}
            // Until another image, or this one in another size, has loaded.
            glides={size !== undefined && gliding === size}
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
                onOriginalPercentChange={setOriginalPercent}
                overlay={image.overlay}
                scale={zoom.view?.scale ?? 1}
                cellScale={(zoom.view?.scale ?? 1) * pixelsPerSeen}
                onOriginalError={() => setUnpaintable(image.original)}
                onSize={(known) => setNatural({ ...known, id: image.id })}
              />
            )}
          </ZoomStage>
          {waitingUrl !== undefined && (
            <button
              type="button"
              onClick={() => {
                links.load(waitingUrl);
                // The button disappears, and the keys of the dialog need the focus in it.
                stage.current?.focus();
              }}
              className="ik:absolute ik:top-1/2 ik:left-1/2 ik:min-h-9 ik:w-max ik:max-w-[calc(100%-8rem)] ik:-translate-1/2 ik:rounded-full ik:bg-white/12 ik:px-4 ik:py-1.5 ik:text-sm ik:font-medium ik:wrap-anywhere ik:hover:bg-white/20 ik:forced-colors:border"
            >
              {words.remoteImage(hostOf(waitingUrl))}: {words.loadImage}
            </button>
          )}
          {hasLegend && (
            <>
              <div className="ik:h-6 ik:flex-none" />
              <PaddingLegend
                belowPx={
                  isModelShown && !showsDetails && zoom.view && extent
                    ? zoom.view.y + extent.height * zoom.view.scale
                    : undefined
                }
              />
            </>
          )}
          <TurnButton step={-1} isThere={index > 0} turn={turn} />
          <TurnButton step={1} isThere={index < images.length - 1} turn={turn} />
          {details && showsDetails && <DetailsPanel id={panelId}>{details}</DetailsPanel>}
        </div>
        {(notice || children) && (
          <div className="ik:grid ik:max-h-[30dvh] ik:flex-none ik:justify-items-center ik:gap-1.5 ik:overflow-y-auto ik:px-3 ik:pt-2 ik:text-center ik:text-xs">
            {notice}
            {children}
          </div>
        )}
        <LightboxBar
          start={detailMenu || undefined}
          toggle={
            seen && (
              <button
                type="button"
                aria-pressed={showsModel}
                onClick={() => {
                  setGliding(size);
                  onShowsModelChange(!showsModel);
                }}
                className="ik:flex ik:min-h-9 ik:flex-none ik:items-center ik:gap-1.5 ik:rounded-full ik:bg-white/12 ik:px-3 ik:font-medium ik:whitespace-nowrap ik:hover:bg-white/20 ik:aria-pressed:bg-white ik:aria-pressed:text-[#111110] ik:forced-colors:border ik:forced-colors:aria-pressed:bg-[Highlight] ik:forced-colors:aria-pressed:text-[HighlightText] ik:forced-colors:aria-pressed:forced-color-adjust-none"
              >
                <Grid3x3 className="ik:size-4" strokeWidth={1.75} aria-hidden />
                {words.modelView}
              </button>
            )
          }
          line={isModelShown ? <ModelFacts seen={seen} hasPrice={!detailMenu} /> : image.caption}
          slider={
            isModelShown &&
            original && (
              <CompareSlider originalPercent={originalPercent} onChange={setOriginalPercent} />
            )
          }
          panelId={details ? panelId : undefined}
          isOpen={showsDetails}
          onOpenChange={showDetails}
        />
        {images.length > 1 && (
          <ThumbnailStrip
            images={images}
            index={index}
            onIndexChange={turnTo}
            waits={(one) => urlThatWaits(one, links) !== undefined}
          />
        )}
      </div>
    </dialog>
  );
}

/** What the squares add to an image, px of what the model sees. */
function paddingOf(seen: Size, { columns, rows, cellPx }: Cells): Size {
  return { width: columns * cellPx - seen.width, height: rows * cellPx - seen.height };
}

/** Whether a padding is visible when the whole image is. */
function isLarge(padding: Size, { width, height }: Size): boolean {
  return padding.width / width > MIN_LEGEND_SHARE || padding.height / height > MIN_LEGEND_SHARE;
}

function isFromRight(element: Element | null): boolean {
  return element !== null && getComputedStyle(element).direction === 'rtl';
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
