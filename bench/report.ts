import { existsSync, readFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem, type } from 'node:os';
import { formatCell, markdownTable } from './measure/markdown.ts';
import type { Photo } from './measure/photos.ts';
import type { Finding, Goal, Scenario } from './measure/scenario.ts';

const PEERS = [
  'browser-image-compression',
  'compressorjs',
  'pica',
  '@uppy/compressor',
  'sharp',
  'playwright',
];

export interface Section {
  scenario: Scenario;
  finding: Finding;
}

const isMet = ({ value, limit, atMost }: Goal) => (atMost ? value <= limit : value >= limit);

const formatFigure = (value: number, unit: string) =>
  `${unit === '' ? value.toFixed(4) : formatCell(value)} ${unit}`.trim();

export function goalTable(goals: readonly Goal[]): string {
  return markdownTable(
    ['what', 'measured', 'target', ''],
    goals.map((goal) => [
      goal.what,
      formatFigure(goal.value, goal.unit),
      `${goal.atMost ? '≤' : '≥'} ${goal.limit} ${goal.unit}`.trim(),
      isMet(goal) ? 'met' : 'missed',
    ]),
  );
}

function versionOf(name: string): string {
  const path = new URL(`../node_modules/${name}/package.json`, import.meta.url);
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `${name} ${version}`;
}

/** Machine, browser, peers and images: without them a time says nothing. */
export function describeSetting(browserVersion: string, photos: readonly Photo[]): string {
  const [cpu] = cpus();
  const images = photos.map(
    ({ name, megapixels, bytes, isMade }) =>
      `${name} (${megapixels.toFixed(1)} MP, ${(bytes / 1e6).toFixed(1)} MB${isMade ? ', made by the bench' : ''})`,
  );
  return [
    `- ${cpus().length} × ${cpu?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${type()} ${release()}, load ${loadavg()[0]?.toFixed(1)} when it ended`,
    `- Chromium ${browserVersion}, headless, without GPU; Node ${process.versions.node}; ${PEERS.map(versionOf).join(', ')}`,
    `- ${existsSync(new URL('../dist/core.js', import.meta.url)) ? 'The built package' : 'The sources'} of this kit`,
    `- Photos: ${images.join(', ')}`,
    '- Medians of shuffled rounds after one that does not count; before each run the bench waits up to 1.5 s for a quiet processor. A page is held up for as long as the longest hole between two 4 ms ticks; an idle page has holes of 5-12 ms.',
  ].join('\n');
}

export function writeReport(setting: string, sections: readonly Section[]): string {
  return [
    '# Side by side in one browser',
    'Written by `npm run bench`; do not edit. Ratios below 1 mean that the kit is faster.',
    setting,
    '## Targets',
    goalTable(sections.flatMap(({ finding }) => finding.goals)),
    ...sections.flatMap(({ scenario, finding }) => [`## ${scenario.title}`, finding.details]),
    '',
  ].join('\n\n');
}
