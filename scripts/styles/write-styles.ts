// Compiles the stylesheets into dist, each with a declaration beside it: TypeScript asks for one where a stylesheet is imported.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { isolateCss } from './isolate-css.ts';
import { layerCss } from './layer-css.ts';

const compiled = 'dist/styles-layered.css';
// Not by its name in node_modules/.bin, which an older Tailwind of the tests has, too.
const tailwind = 'node_modules/@tailwindcss/cli/dist/index.mjs';
const args = ['-i', 'src/components/styles-layered.css', '-o', compiled, '--minify'];
execFileSync(process.execPath, [tailwind, ...args], { stdio: 'inherit' });
const layered = layerCss(readFileSync(compiled, 'utf8'));
const isolated = isolateCss(layered);

const sheets = {
  styles: isolated,
  'styles-isolated': isolated,
  'styles-layered': layered,
};
for (const [name, css] of Object.entries(sheets)) {
  writeFileSync(`dist/${name}.css`, css);
  writeFileSync(`dist/${name}.css.d.ts`, 'export {};\n');
}
