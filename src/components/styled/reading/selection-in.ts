/** Returns the selection of the document or of the shadow root that an element is in. */
export function selectionIn(element: Element): Selection | null {
  const root = element.getRootNode() as Document | (ShadowRoot & Partial<Document>);
  return root.getSelection?.() ?? element.ownerDocument.getSelection();
}
