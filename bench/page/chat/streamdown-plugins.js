import { code } from '@streamdown/code';
import { math } from '@streamdown/math';

/** Without the styles of KaTeX: they matter to layout, not to script. */
export const streamdownPlugins = { code, math };
