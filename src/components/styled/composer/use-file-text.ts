import { useEffect, useState } from 'react';
import { readText } from '../../../internal/decode-text.js';

export interface FileText {
  text: string;
  hasFailed: boolean;
}

/** Returns the text of a file once it has been read, and `undefined` until then. */
export function useFileText(file: Blob | undefined): FileText | undefined {
  const [read, setRead] = useState<FileText & { file: Blob }>();
  useEffect(() => {
    if (!file) return undefined;
    let isWanted = true;
    const show = async (): Promise<void> => {
      const text = await readText(file).catch(() => undefined);
      if (isWanted) setRead({ file, text: text ?? '', hasFailed: text === undefined });
    };
    void show();
    return () => {
      isWanted = false;
    };
  }, [file]);
  return read?.file === file ? read : undefined;
}
