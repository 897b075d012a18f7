// Compiles every component and hook with React Compiler and fails where it refuses one: an app that compiles the kit's
// source, copied in from the registry say, then gets all of it compiled. Run it: `npm run check:react-compiler`.
import { globSync, readFileSync } from 'node:fs';
import { compileModule } from './react-compiler.ts';

const modules = [];
for (const file of globSync('{src,stories}/**/*.{ts,tsx}')) {
  const source = readFileSync(file, 'utf8');
  // Nothing to compile where there is no element and no hook; reading on would take most of the time.
  if (file.endsWith('.tsx') || /\buse[A-Z]/.test(source)) {
    modules.push(await compileModule(source, file));
  }
}
const refusals = modules.flatMap((module) => module.refusals);
const count = modules.reduce((sum, module) => sum + module.count, 0);
console.log(
  `React Compiler compiled ${count} components and hooks and refused ${refusals.length}.`,
);
for (const refusal of refusals) console.error(refusal);
if (count === 0 || refusals.length > 0) process.exitCode = 1;
