import { createElement, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import temml from 'temml';

export { markFlatScripts } from './flat-scripts.js';

/** A node of temml's tree. */
interface MathNode {
  type?: string;
  text?: string;
  attributes?: Record<string, unknown>;
  style?: Record<string, string>;
  classes?: readonly string[];
  children?: readonly MathNode[];
}

/** Presentation only: no links, no foreign elements, nothing that loads or runs. */
const ELEMENTS = new Set(
  (
    'math mrow mi mn mo ms mspace mtext mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover ' +
    'munderover mmultiscripts mprescripts mtable mtr mtd menclose semantics none'
  ).split(' '),
);
const ATTRIBUTES = new Set(
  (
    'accent accentunder columnalign columnlines columnspacing columnspan depth dir display displaystyle fence form height ' +
    'largeop linethickness lspace mathbackground mathcolor mathsize mathvariant maxsize minsize movablelimits notation rowalign rowlines ' +
    'rowspacing rowspan rspace scriptlevel separator stretchy symmetric voffset width'
  ).split(' '),
);
const STYLES =
  /^(?:color|backgroundColor|border\w*|padding\w*|margin\w*|fontSize|fontStyle|fontWeight|fontFamily|height|width|minWidth|verticalAlign|textAlign|display|position|mathDepth|mathStyle|whiteSpace)$/;

/** A formula has a few hundred characters; one of this length already takes tenths of a second. */
const MAX_TEX_CHARACTERS = 4000;

/**
 * Renders TeX as MathML, which browsers display with fonts of the system.
 *
 * @throws Error if it is not valid TeX
 */
export function renderMath(tex: string, isDisplay: boolean): ReactElement {
  if (tex.length > MAX_TEX_CHARACTERS) throw new Error('The formula is too long.');
  const tree = temml.__renderToMathMLTree(tex, {
    displayMode: isDisplay,
    throwOnError: true,
    trust: false,
    maxSize: [20, 20],
    maxExpand: 200,
  }) as MathNode;
  return toElement(tree, 0) as ReactElement;
}

function toElement(node: MathNode, key: number): ReactNode {
  if (node.type === undefined) {
    return node.text ?? (node.children ?? []).map((child, index) => toElement(child, index));
  }
  if (!ELEMENTS.has(node.type)) throw new Error(`${node.type} is not presentation.`);
  const attributes = Object.entries(node.attributes ?? {}).filter(([name]) => ATTRIBUTES.has(name));
  const style = Object.entries(node.style ?? {}).filter(
    ([name, value]) => STYLES.test(name) && !/url|[\\@]/i.test(value),
  );
  const props = {
    key,
    ...Object.fromEntries(attributes),
    ...(style.length > 0 && { style: Object.fromEntries(style) as CSSProperties }),
    ...(node.classes?.length && { 'data-math': node.classes.join(' ') }),
  };
  return createElement(
    node.type,
    props,
    ...(node.children ?? []).map((child, index) => toElement(child, index)),
  );
}
