// Copies the kit as it is published. React and the other packages are published for Node, so esbuild writes a module for
// each that the import map lists under vendor/. A CDN that does the same, such as esm.sh, can stand in for that part.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

process.env.NODE_ENV = 'production';
rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
cpSync('index.html', 'dist/index.html');
cpSync('main.js', 'dist/main.js');
cpSync('node_modules/image-chat-kit/dist', 'dist/image-chat-kit', { recursive: true });

const page = readFileSync('index.html', 'utf8');
const [, map] = /<script type="importmap">(.*?)<\/script>/s.exec(page);
const vendored = Object.entries(JSON.parse(map).imports).filter(([, path]) =>
  path.startsWith('./vendor/'),
);

mkdirSync('vendor', { recursive: true });
for (const [name, path] of vendored) {
  const { default: main, ...named } = await import(name);
  const names = Object.keys(named).filter((one) => !['__esModule', 'module.exports'].includes(one));
  if (typeof main === 'function') names.push('default');
  // Named one by one, which turns the CommonJS of React into exports.
  writeFileSync(path, `export { ${names.join(', ')} } from '${name}';\n`);
}
await build({
  entryPoints: vendored.map(([, path]) => path),
  outdir: 'dist/vendor',
  bundle: true,
  splitting: true,
  format: 'esm',
  minify: true,
  define: { 'process.env.NODE_ENV': '"production"' },
});
