import { collectImages } from './collect-images.js';
import { imagesOfHtml, isImageDataUrl, linkedImages } from './linked-images.js';
import { withPastedName } from './pasted-names.js';
import type { IntakeOptions, IntakeResult } from './types.js';

export interface PasteOptions {
  /**
   * What to take when the clipboard holds text and a picture of that text, as from a spreadsheet or a text processor.
   *
   * @defaultValue 'text'
   */
  mixedContent?: 'text' | 'images' | 'both';
}

export interface PastedImages {
  /** The text is to be pasted too: leave the event its default. */
  keepsText: boolean;
  /** Call it while the event is being handled. */
  collect: (options?: IntakeOptions) => Promise<IntakeResult>;
}

/**
 * What to take from a clipboard: nothing when it is text, or text with a picture of it; its pictures otherwise. Markup
 * from the clipboard is only searched for pictures, never shown, and causes no request unless `fetchLinks` is set.
 */
export function readPaste(
  data: DataTransfer,
  { mixedContent = 'text' }: PasteOptions = {},
): PastedImages | undefined {
  const files = [...data.files];
  const text = data.getData('text/plain').trim();
  const html = imagesOfHtml(data.getData('text/html'));
  const hasText =
    text !== '' && !html.isOnlyImages && !describesFiles(text, files) && !isImageDataUrl(text);

  if (files.length > 0) {
    if (hasText && mixedContent === 'text') return undefined;
    const named = files.map(withPastedName);
    return {
      keepsText: hasText && mixedContent === 'both',
      collect: (options) => collectImages(named, { ...options, from: 'paste' }),
    };
  }

  const links = hasText ? [] : linkedImages(data);
  if (links.length === 0) return undefined;
  return {
    keepsText: false,
    collect: async (options) =>
      nameResult(await collectImages(data, { ...options, from: 'paste' })),
  };
}

/** A file manager puts the names or paths of copied files beside them, as text. */
function describesFiles(text: string, files: readonly File[]): boolean {
  const names = new Set(files.map(({ name }) => name));
  return text.split(/\r?\n/).every((line) => names.has(lastName(line.trim())));
}

function lastName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? '';
  try {
    return path.startsWith('file:') ? decodeURIComponent(name) : name;
  } catch {
    return name;
  }
}

function nameResult({ images, rejections }: IntakeResult): IntakeResult {
  const named = images.map((image) => {
    const file = withPastedName(image.file);
    return { ...image, file, name: file.name };
  });
  return { images: named, rejections };
}
