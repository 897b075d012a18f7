import {
  type CSSProperties,
  type ReactElement,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import type { Size } from '../../../formats/types.js';
import { mapShape } from '../../../regions/place-region.js';
import type { RegionShape } from '../../../regions/types.js';
import { observeSize } from '../../shared/observe-size.js';
import { RegionBoardContext, type ShownRegion, useRegionsOn } from './region-board.js';
import { useRegionWords } from './use-region-words.js';

export interface RegionLayerProps {
  imageId: string;
  /** Size of the image, px, if it is known. */
  size?: Size | undefined;
  /** `cover`: the image fills the area and is cropped, as on a tile. `fill`: the area is the image. */
  fit: 'cover' | 'fill';
  /** Whether every region has its name, or only those that stand out. */
  hasNames?: boolean;
}

const noSubscription = () => () => {};
const NO_KEYS: readonly string[] = [];

/** The regions of an image, drawn over it. Measured in CSS px, so that lines and names are as thick at any zoom. */
export function RegionLayer(props: RegionLayerProps): ReactElement {
  const { imageId, size, fit, hasNames = false } = props;
  const board = useContext(RegionBoardContext);
  const regions = useRegionsOn(imageId);
  const marked = useSyncExternalStore(
    board?.subscribe ?? noSubscription,
    board?.marked ?? (() => NO_KEYS),
    () => NO_KEYS,
  );
  const element = useRef<HTMLSpanElement>(null);
  const [area, setArea] = useState<Size>();
  useEffect(() => {
    const layer = element.current;
    if (!layer) return undefined;
    return observeSize([layer], () =>
      setArea({ width: layer.clientWidth, height: layer.clientHeight }),
    );
  }, []);
  const isAnyMarked = regions.some(({ key }) => marked.includes(key));
  return (
    <span
      ref={element}
      aria-hidden
      data-ick-part="region-layer"
      className="ik:pointer-events-none ik:absolute ik:inset-0 ik:overflow-hidden"
    >
      {area && (
        <svg
          width={area.width}
          height={area.height}
          className="ik:absolute ik:top-0 ik:left-0 ik:overflow-visible"
        >
          {regions.map((region) => (
            <Region
              key={region.key}
              region={region}
              shape={mapShape(region.shape, placeIn(area, fit === 'cover' ? size : undefined))}
              emphasis={marked.includes(region.key) ? 'strong' : isAnyMarked ? 'weak' : 'normal'}
            />
          ))}
        </svg>
      )}
      {area &&
        regions.map((region, index) =>
          marked.includes(region.key) || (hasNames && !isAnyMarked) ? (
            <Name
              key={region.key}
              region={region}
              number={index + 1}
              shape={mapShape(region.shape, placeIn(area, fit === 'cover' ? size : undefined))}
              area={area}
            />
          ) : null,
        )}
    </span>
  );
}

type Place = (point: { x: number; y: number }) => { x: number; y: number };

/** Maps fractions of the image to px of the area, as `object-fit: cover` does if a size is given. */
function placeIn(area: Size, covering: Size | undefined): Place {
  if (!covering) return ({ x, y }) => ({ x: x * area.width, y: y * area.height });
  const scale = Math.max(area.width / covering.width, area.height / covering.height);
  const width = covering.width * scale;
  const height = covering.height * scale;
  return ({ x, y }) => ({
    x: x * width + (area.width - width) / 2,
    y: y * height + (area.height - height) / 2,
  });
}

interface RegionProps {
  region: ShownRegion;
  shape: RegionShape;
  emphasis: 'strong' | 'weak' | 'normal';
}

/** Drawn twice, bright on dark, so that it shows on any image. */
function Region({ region, shape, emphasis }: RegionProps): ReactElement {
  const linePx = emphasis === 'strong' ? 3 : 2;
  return (
    <g
      data-ick-part="region"
      data-kind={shape.kind}
      data-outside={region.isOutside ? '' : undefined}
      data-marked={emphasis === 'strong' ? '' : undefined}
      style={{
        opacity: emphasis === 'weak' ? 0.45 : 1,
        fill: 'none',
        strokeLinejoin: 'round',
        strokeDasharray: region.isOutside ? '6 4' : undefined,
      }}
    >
      <Outline
        shape={shape}
        style={{ stroke: 'rgb(0 0 0 / 0.75)', strokeWidth: linePx + 2, strokeDasharray: 'none' }}
      />
      <Outline
        shape={shape}
        style={{
          stroke: region.colour,
          strokeWidth: linePx,
          fill: emphasis === 'strong' || shape.kind === 'point' ? region.colour : 'none',
          fillOpacity: shape.kind === 'point' ? 0.5 : 0.22,
        }}
      />
    </g>
  );
}

const POINT_RADIUS_PX = 6;

function Outline({ shape, style }: { shape: RegionShape; style: CSSProperties }): ReactElement {
  switch (shape.kind) {
    case 'point':
      return <circle cx={shape.x} cy={shape.y} r={POINT_RADIUS_PX} style={style} />;
    case 'polygon':
      return (
        <polygon points={shape.points.map(({ x, y }) => `${x},${y}`).join(' ')} style={style} />
      );
    default: {
      const { x, y, width, height } = shape;
      return <rect x={x} y={y} width={width} height={height} rx={2} style={style} />;
    }
  }
}

const NAME_HEIGHT_PX = 20;

interface NameProps {
  region: ShownRegion;
  number: number;
  shape: RegionShape;
  area: Size;
}

/** Above the region, or in it at the upper edge of the image, and always within the area. */
function Name({ region, number, shape, area }: NameProps): ReactElement {
  const words = useRegionWords();
  const { left, right, top } = boundsOf(shape);
  const lowest = area.height - NAME_HEIGHT_PX;
  const topPx = Math.max(
    0,
    Math.min(top >= NAME_HEIGHT_PX ? top - NAME_HEIGHT_PX : top + 2, lowest),
  );
  // Towards the side with more room.
  const place =
    left > area.width / 2
      ? { right: Math.max(0, area.width - right), maxWidth: Math.min(right, area.width) }
      : { left: Math.max(0, left), maxWidth: area.width - Math.max(0, left) };
  return (
    <bdi
      data-ick-part="region-name"
      style={{ top: topPx, ...place }}
      className="ik:absolute ik:truncate ik:rounded-xs ik:bg-[#111110]/85 ik:px-1.5 ik:text-xs ik:leading-5 ik:font-medium ik:text-white ik:forced-colors:border"
    >
      {region.label || words.unnamed(number)}
    </bdi>
  );
}

function boundsOf(shape: RegionShape): { left: number; right: number; top: number } {
  switch (shape.kind) {
    case 'point': {
      const { x, y } = shape;
      return {
        left: x - POINT_RADIUS_PX,
        right: x + POINT_RADIUS_PX,
        top: y - POINT_RADIUS_PX - 2,
      };
    }
    case 'polygon': {
      const xs = shape.points.map(({ x }) => x);
      const ys = shape.points.map(({ y }) => y);
      return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys) };
    }
    default:
      return { left: shape.x, right: shape.x + shape.width, top: shape.y };
  }
}
