// TypeScript 6 and newer asks for a declaration beside a stylesheet that is imported for its side effect.
import { writeFileSync } from 'node:fs';

for (const name of ['styles', 'styles-isolated']) {
  writeFileSync(`dist/${name}.css.d.ts`, 'export {};\n');
}
