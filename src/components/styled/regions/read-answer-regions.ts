import type { ChatEntry } from '../../../chat/types.js';
import type { ImagePart } from '../../../messages/types.js';
import type { ModelImageRules } from '../../../models/types.js';
import { readRegions } from '../../../regions/read-regions.js';
import type { RegionProblem, RegionReading } from '../../../regions/types.js';
import { textOf } from '../../parts/messages/messages-context.js';
import { coloursOf } from './region-colours.js';
import type { ShownRegion } from './region-board.js';

export interface ReadAnswer {
  regions: readonly ShownRegion[];
  problems: readonly RegionProblem[];
}

const readings = new WeakMap<ChatEntry, ReadAnswer>();

/**
 * Reads what an answer points out: in its text, then in what its tools were called with and returned. An entry never
 * changes, so it is read once.
 */
export function readAnswerRegions(
  entry: ChatEntry,
  images: readonly ImagePart[],
  rules: ModelImageRules | undefined,
): ReadAnswer {
  const known = readings.get(entry);
  if (known) return known;
  const reading = readAnswer(entry, images, rules);
  readings.set(entry, reading);
  return reading;
}

function readAnswer(
  entry: ChatEntry,
  images: readonly ImagePart[],
  rules: ModelImageRules | undefined,
): ReadAnswer {
  const { id, parts } = entry.message;
  const { answer } = entry;
  const options = answer?.model === undefined ? { rules, images } : { model: answer.model, images };
  const read = (text: string): RegionReading => readRegions(text, options);
  const ofTools = parts.flatMap((part) =>
    part.type === 'tool-call' ? [read(part.result ?? ''), read(part.arguments)] : [],
  );
  const readings = [read(textOf(entry)), ...ofTools];
  const known = new Set<string>();
  const stated = readings
    .flatMap((reading) => reading.regions)
    .filter(({ imageIndex, label, shape }) => {
      // A model repeats what its tool has found.
      const place = JSON.stringify([imageIndex, label, shape]);
      const isNew = !known.has(place);
      known.add(place);
      return isNew;
    });
  const colours = coloursOf(stated.map(({ label }) => label));
  const regions = stated.map((region, index) => ({
    ...region,
    key: `${id} ${index}`,
    colour: colours[index] ?? '',
  }));
  return { regions, problems: readings.flatMap((reading) => reading.problems) };
}
