/** The words for code, math and diagrams in answers. They load with the first answer. */
export interface MarkdownWords {
  /** A button that is pressed while long lines of code are wrapped. */
  wrapLines: string;
  /** Tooltip of the source that is shown in place of a formula. */
  mathFailed: string;
  /** Followed by the code of a block that a plugin failed to render. */
  blockFailed: string;
  /** Alternative text of a diagram. */
  diagram: string;
  showDiagram: string;
  showDiagramSource: string;
  /** In place of a diagram that is being written or drawn. */
  drawingDiagram: string;
  /** These three are followed by the source of the diagram. */
  diagramFailed: string;
  /** It would request something, or run something. */
  diagramUnsafe: string;
  diagramUnavailable: string;
}

export const englishMarkdownWords: MarkdownWords = {
  wrapLines: 'Wrap long lines',
  mathFailed: 'This formula could not be rendered. This is its source.',
  blockFailed: 'This block could not be rendered. This is its source.',
  diagram: 'Diagram',
  showDiagram: 'Show diagram',
  showDiagramSource: 'Show source',
  drawingDiagram: 'Drawing the diagram…',
  diagramFailed: 'This diagram has an error and could not be drawn. This is its source.',
  diagramUnsafe:
    'This diagram loads files or has settings of its own, so it was not drawn. This is its source.',
  diagramUnavailable: 'The diagram could not be drawn here. This is its source.',
};
