import bootstrapReboot from 'bootstrap/dist/css/bootstrap-reboot.css?inline';
import bootstrap from 'bootstrap/dist/css/bootstrap.css?inline';
import tailwind3 from 'virtual:tailwind-3';
import tailwind4 from './tailwind-4.css?inline';

/** src/index.css and src/App.css of `npm create vite` with React. */
const viteTemplate = `
:root { font-family: system-ui, Avenir, Helvetica, Arial, sans-serif; line-height: 1.5; font-weight: 400;
  color-scheme: light dark; color: rgba(255, 255, 255, 0.87); background-color: #242424; font-synthesis: none;
  text-rendering: optimizeLegibility; -webkit-font-smoothing: antialiased; -moz-osx-font-smoothing: grayscale; }
a { font-weight: 500; color: #646cff; text-decoration: inherit; }
a:hover { color: #535bf2; }
body { margin: 0; display: flex; place-items: center; min-width: 320px; min-height: 100vh; }
h1 { font-size: 3.2em; line-height: 1.1; }
button { border-radius: 8px; border: 1px solid transparent; padding: 0.6em 1.2em; font-size: 1em; font-weight: 500;
  font-family: inherit; background-color: #1a1a1a; cursor: pointer; transition: border-color 0.25s; }
button:hover { border-color: #646cff; }
button:focus, button:focus-visible { outline: 4px auto -webkit-focus-ring-color; }
@media (prefers-color-scheme: light) {
  :root { color: #213547; background-color: #ffffff; }
  a:hover { color: #747bff; }
  button { background-color: #f9f9f9; }
}
#root { max-width: 1280px; margin: 0 auto; padding: 2rem; text-align: center; }
.logo { height: 6em; padding: 1.5em; will-change: filter; transition: filter 300ms; }
`;

/** Rules for elements and their states, which mean every one of them. */
const elementRules = `
* { letter-spacing: 3px; box-sizing: content-box; line-height: 3; transition: all 1s; }
*::before, *::after { content: 'x'; border: 3px solid red; }
html { font-size: 62.5%; scrollbar-color: red blue; }
body { text-transform: uppercase; font: italic small-caps bold 30px/2.5 serif; text-align: center; color: red;
  word-spacing: 9px; white-space: nowrap; cursor: crosshair; text-indent: 2em; text-shadow: 0 0 9px red; word-break: break-all;
  user-select: none; list-style: square inside; border-collapse: collapse; caret-color: lime; accent-color: lime;
  -webkit-text-stroke: 1px red; -webkit-text-fill-color: red; fill: red; stroke: red; font-stretch: condensed; tab-size: 1;
  quotes: none; hyphens: auto; text-wrap: balance; line-break: anywhere; overflow-wrap: anywhere; tab-size: 40; }
div, section, article, form, span, header, footer, label, fieldset { background: yellow; display: inline; padding: 3px; float: left; }
button, input, select, textarea, progress { background: red; border: 5px dotted lime; padding: 20px; margin: 9px; float: left;
  width: 100%; min-height: 90px; border-radius: 40px; text-shadow: 0 0 9px red; font: 30px serif; color: lime; opacity: 0.5; }
button:hover, button:not(:disabled), .page button, input[type='checkbox'], [type='button'] { color: lime; background: black; appearance: button; }
:focus, :focus-visible, button:focus-visible { outline: none; box-shadow: 0 0 0 9px red; }
:disabled { opacity: 1; background: black; }
::placeholder { color: red; opacity: 0.1; }
p, ul, ol, li, h1, h2, h3, h4, h5, h6, pre, table, td, th, blockquote, hr, dl, dd, figure { margin: 3em; padding: 2em;
  list-style: square; border: 2px solid red; color: red; font-size: 40px; display: block; }
.page li::marker, li::marker { color: red; }
img, svg, canvas, video { border: 9px solid red; margin: 20px; float: right; opacity: 0.2; max-width: 20px; height: auto; width: 10px; }
svg { fill: red; stroke: lime; stroke-width: 9; color: red; overflow: visible; }
path, circle, rect, line { fill: red; stroke: lime; stroke-width: 9; }
a { color: red; text-decoration: line-through; }
a:hover, a:not([class]), a[href] { color: lime; background: black; }
code, strong, b, em, kbd, small, bdi { background: red; font-size: 40px; font-weight: 100; }
dialog { width: 100px; border: 9px solid lime; background: red; padding: 40px; position: static; }
dialog::backdrop { background: red; }
summary, details { display: inline; color: red; }
`;

const unsetLayer = `@layer reset { body * { all: unset } }`;
const unlayeredReset = `*, *::before, *::after { box-sizing: border-box; margin: 0; padding: 0; } ul, ol { list-style: none }
img, svg, video, canvas { display: block; max-width: 100%; height: auto } button, input, textarea { font: inherit; color: inherit }`;

/** Stylesheets of pages that the kit is put into. */
export const hostPages: Readonly<Record<string, string>> = {
  'the Vite template': viteTemplate,
  'Tailwind 3': tailwind3,
  'Tailwind 4': tailwind4,
  "Bootstrap's reboot": bootstrapReboot,
  Bootstrap: bootstrap,
  'rules for elements': elementRules,
  'a layer that unsets all': unsetLayer,
  'a reset': unlayeredReset,
};
