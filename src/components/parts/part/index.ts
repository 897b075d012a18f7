export { mergeGivenProps } from './merge-given-props.js';
export { createPartContext } from './part-context.js';
export { useMergedRefs } from './use-merged-refs.js';
export { usePart } from './use-part.js';
export type { PartProps, PartRender, PartState } from './use-part.js';
