import type { Lab } from './lab.ts';

/** One figure beside its target. */
export interface Goal {
  what: string;
  value: number;
  limit: number;
  /** Whether smaller is better. */
  atMost: boolean;
  unit: string;
}

export interface Finding {
  goals: Goal[];
  /** Markdown tables with everything that was measured. */
  details: string;
}

/** One subject of measurement, chosen by name on the command line. */
export interface Scenario {
  name: string;
  title: string;
  measure(lab: Lab): Promise<Finding>;
}

export const KIT = 'image-chat-kit';
export const FLOOR = 'floor (decode small + encode)';
