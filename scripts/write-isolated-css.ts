// Writes dist/styles-isolated.css from dist/styles.css.
import { readFileSync, writeFileSync } from 'node:fs';
import { isolateCss } from './isolate-css.ts';

writeFileSync('dist/styles-isolated.css', isolateCss(readFileSync('dist/styles.css', 'utf8')));
