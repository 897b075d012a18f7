// TypeScript 6 and newer asks for a declaration beside a stylesheet that is imported for its side effect.
import { writeFileSync } from 'node:fs';

writeFileSync('dist/styles.css.d.ts', 'export {};\n');
