import type { MarkdownWords } from '../english/markdown.js';

export const germanMarkdownWords: MarkdownWords = {
  wrapLines: 'Lange Zeilen umbrechen',
  mathFailed: 'Diese Formel ließ sich nicht darstellen. Das ist ihr Quelltext.',
  blockFailed: 'Dieser Block ließ sich nicht darstellen. Das ist sein Quelltext.',
  diagram: 'Diagramm',
  showDiagram: 'Diagramm zeigen',
  showDiagramSource: 'Quelltext zeigen',
  drawingDiagram: 'Diagramm wird gezeichnet …',
  diagramFailed:
    'Dieses Diagramm enthält einen Fehler und ließ sich nicht zeichnen. Das ist sein Quelltext.',
  diagramUnsafe:
    'Dieses Diagramm lädt Dateien oder hat eigene Einstellungen und wurde deshalb nicht gezeichnet. Das ist sein Quelltext.',
  diagramUnavailable: 'Das Diagramm ließ sich hier nicht zeichnen. Das ist sein Quelltext.',
};
