import type { Section } from './report.ts';

/** What a scenario compares: times beside those of a peer, and bytes. Smaller is better. */
export interface ScenarioRatios {
  /** Day of the measurement. */
  measured: string;
  /** By the goal that each belongs to. */
  ratios: Record<string, number>;
}

/** `bench/ratios.json`: ratios by the name of their scenario. Unlike times, they hold on other machines. */
export type Ratios = Record<string, ScenarioRatios>;

export interface Regression {
  scenario: string;
  what: string;
  committed: number;
  /** `undefined` if the scenario ran and no longer compares this. */
  measured: number | undefined;
}

/** A ratio may be worse by this fraction, since two runs differ. */
const TOLERANCE = 0.15;

const isComparable = (unit: string): boolean => unit === '×' || unit === 'kB';

const rounded = (value: number): number => Number(value.toPrecision(4));

/** Returns what is compared in the findings of these scenarios. */
export function ratiosOf(sections: readonly Section[], measured: string): Ratios {
  const ratios: Ratios = {};
  for (const { scenario, finding } of sections) {
    const goals = finding.goals.filter(({ unit }) => isComparable(unit));
    if (goals.length === 0) continue;
    const entries = goals.map(({ what, value }) => [what, rounded(value)] as const);
    ratios[scenario.name] = { measured, ratios: Object.fromEntries(entries) };
  }
  return ratios;
}

/** Returns the ratios of the scenarios that ran which are worse than committed, or gone. */
export function findRegressions(committed: Ratios, measured: Ratios): Regression[] {
  return Object.entries(measured).flatMap(([scenario, { ratios }]) =>
    Object.entries(committed[scenario]?.ratios ?? {}).flatMap(([what, before]) => {
      const now = ratios[what];
      const isFine = now !== undefined && now <= before * (1 + TOLERANCE);
      return isFine ? [] : [{ scenario, what, committed: before, measured: now }];
    }),
  );
}
