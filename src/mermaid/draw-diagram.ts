import type { Mermaid } from 'mermaid';
import { KitError } from '../errors.js';
import { createId } from '../internal/create-id.js';
import { warnOnce } from '../internal/warn-once.js';
import { checkDiagram } from './check-diagram.js';

export interface DrawnImage {
  image: Blob;
  widthPx: number;
  heightPx: number;
}

/** An image of a diagram, or why there is none. */
export type DrawnDiagram = DrawnImage | { problem: 'unsafe' | 'failed' | 'unavailable' };

/** Mermaid has one configuration at a time. */
let last: Promise<unknown> = Promise.resolve();

/** Draws a diagram as an SVG image. */
export async function drawDiagram(source: string, isDark: boolean): Promise<DrawnDiagram> {
  const problem = checkDiagram(source);
  if (problem !== undefined) return { problem: problem === 'unsafe' ? 'unsafe' : 'failed' };
  const mermaid = refusesHtml() ? undefined : await loadMermaid();
  if (!mermaid) return { problem: 'unavailable' };
  const drawing = last.then(() => draw(mermaid, source, isDark));
  last = drawing;
  return drawing;
}

let isRefused: boolean | undefined;

/**
 * Whether the page requires Trusted Types, under which mermaid fails. Only an attempt shows it, which the browser reports:
 * there is one per page.
 */
function refusesHtml(): boolean {
  const { trustedTypes } = globalThis;
  if (!trustedTypes || trustedTypes.defaultPolicy) return false;
  isRefused ??= isThrown(() => {
    document.createElement('div').innerHTML = ' ';
  });
  return isRefused;
}

function isThrown(action: () => void): boolean {
  try {
    action();
    return false;
  } catch {
    return true;
  }
}

async function loadMermaid(): Promise<Mermaid | undefined> {
  try {
    return (await import('mermaid')).default;
  } catch (cause) {
    warnOnce(
      new KitError('unreachable', {
        message:
          'A diagram stays code, since mermaid could not be loaded. If it is not installed: npm i mermaid.',
        cause,
      }),
    );
    return undefined;
  }
}

/**
 * The default colours of `theme.css`, with stronger lines. Mermaid reads hexadecimal ones only, and derives the others
 * from them.
 */
const day = {
  surface: '#ffffff',
  sunken: '#f3f3f1',
  line: '#b9b7b0',
  ink: '#1c1b19',
  muted: '#6f6d66',
  accent: '#eaeefc',
  note: '#fdf3d8',
};

const night: typeof day = {
  surface: '#1e1e1c',
  sunken: '#282826',
  line: '#5f5e57',
  ink: '#f0efec',
  muted: '#98968e',
  accent: '#252b45',
  note: '#332a12',
};

function themeOf(colours: typeof day, isDark: boolean): Record<string, string | boolean> {
  const { surface, sunken, line, ink, muted, accent, note } = colours;
  return {
    darkMode: isDark,
    background: surface,
    primaryColor: sunken,
    primaryBorderColor: line,
    primaryTextColor: ink,
    secondaryColor: accent,
    secondaryBorderColor: line,
    secondaryTextColor: ink,
    tertiaryColor: surface,
    tertiaryBorderColor: line,
    tertiaryTextColor: ink,
    lineColor: muted,
    textColor: ink,
    noteBkgColor: note,
    noteBorderColor: line,
    noteTextColor: ink,
    // Labels of lines stand on the ground of the chat; in the dark, shadows would be bright.
    edgeLabelBackground: surface,
    dropShadow: 'none',
  };
}

async function draw(mermaid: Mermaid, source: string, isDark: boolean): Promise<DrawnDiagram> {
  try {
    mermaid.initialize({
      startOnLoad: false,
      securityLevel: 'strict',
      suppressErrorRendering: true,
      // The only theme whose colours can be set.
      theme: 'base',
      themeVariables: themeOf(isDark ? night : day, isDark),
      fontFamily: 'system-ui, sans-serif',
      // An image shows no HTML.
      htmlLabels: false,
      flowchart: { htmlLabels: false, rankSpacing: 40, nodeSpacing: 40 },
      themeCSS: '.node rect, rect.actor { rx: 6px; ry: 6px }',
      logLevel: 'fatal',
    });
    const { svg } = await mermaid.render(`ick-${createId()}`, source);
    return toImage(svg);
  } catch {
    return { problem: 'failed' };
  }
}

/** As an image of its own, an SVG runs no scripts and loads nothing. */
function toImage(markup: string): DrawnDiagram {
  const svg = new DOMParser().parseFromString(markup, 'text/html').querySelector('svg');
  const [, , widthPx = 0, heightPx = 0] = (svg?.getAttribute('viewBox') ?? '')
    .split(/[\s,]+/)
    .map(Number);
  if (!svg || !(widthPx > 0) || !(heightPx > 0)) return { problem: 'failed' };
  for (const unwanted of svg.querySelectorAll('script, image, foreignObject, a')) unwanted.remove();
  svg.removeAttribute('style');
  svg.setAttribute('width', String(widthPx));
  svg.setAttribute('height', String(heightPx));
  const text = new XMLSerializer().serializeToString(svg);
  return { image: new Blob([text], { type: 'image/svg+xml' }), widthPx, heightPx };
}
