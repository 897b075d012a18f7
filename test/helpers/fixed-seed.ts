/**
 * Property tests draw the same cases in every run, so that a change never fails over a case that another change
 * brought in. `FUZZ_SEED=2` draws others.
 */
import * as fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 1) });
