import { type ReactElement, useCallback, useContext, useEffect, useRef, useState } from 'react';
import { ComposerContext } from '../components/parts/composer/composer-context.js';
import { ThumbnailChooser } from '../components/styled/choosing/ThumbnailChooser.js';
import type { ExpandedFile } from '../intake/file-source.js';
import { findRules } from '../models/find-rules.js';
import { makeImages } from './make-images.js';
import { PageThumbnail } from './PageThumbnail.js';
import { PasswordNeeded } from './pdf-error.js';
import { button, WaitDialog } from './WaitDialog.js';
import { PasswordDialog } from './PasswordDialog.js';
import type { PdfFile } from './types.js';
import { usePdfWords } from './use-pdf-words.js';

export type PdfAnswer = ExpandedFile | { failure: unknown };

export interface PdfDialogProps {
  file: File;
  pdf: PdfFile;
  maxChosen: number;
  textAsAlt: boolean;
  /** Whether the file itself can be sent. */
  canAttach: boolean;
  onAnswer: (answer: PdfAnswer) => void;
  onCancel: () => void;
}

type Step =
  | { at: 'opening' }
  | { at: 'password'; isWrong: boolean }
  | { at: 'pages'; count: number }
  | { at: 'making'; place: number };

/** Opens a PDF, asks for its password and for pages, and makes their images. */
export function PdfDialog(props: PdfDialogProps): ReactElement {
  const { file, pdf, maxChosen, textAsAlt, canAttach, onAnswer, onCancel } = props;
  const words = usePdfWords();
  const rules = useContext(ComposerContext)?.composer.queue.rules;
  const [step, setStep] = useState<Step>({ at: 'opening' });
  const [password, setPassword] = useState<string>();
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const making = useRef<AbortController>(null);

  useEffect(() => () => making.current?.abort(), []);
  useEffect(() => {
    const control = new AbortController();
    const { signal } = control;
    const options = { signal, ...(password !== undefined && { password }) };
    const open = async (): Promise<void> => {
      try {
        const { pageCount } = await pdf.open(options);
        if (signal.aborted) return;
        if (pageCount === 1) setChosen([0]);
        setStep({ at: 'pages', count: pageCount });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof PasswordNeeded) setStep({ at: 'password', isWrong: error.isWrong });
        else onAnswer({ failure: error });
      }
    };
    void open();
    return () => control.abort();
  }, [pdf, password, onAnswer]);

  const add = async (): Promise<void> => {
    const control = new AbortController();
    making.current = control;
    const { signal } = control;
    const numbers = chosen.map((index) => index + 1);
    const options = {
      nameOf: (number: number) => words.imageName(file.name, number),
      rules: rules ?? findRules(''),
      textAsAlt,
      signal,
      onPage: (place: number) => setStep({ at: 'making', place }),
    };
    try {
      onAnswer(await makeImages(pdf, numbers, options));
    } catch (error) {
      if (!signal.aborted) onAnswer({ failure: error });
    }
  };

  const renderThumbnail = useCallback(
    (index: number) => <PageThumbnail pdf={pdf} number={index + 1} />,
    [pdf],
  );
  const title = words.pagesOf(file.name);
  if (step.at === 'password') {
    return (
      <PasswordDialog
        title={file.name}
        isWrong={step.isWrong}
        onOpen={(given) => {
          setStep({ at: 'opening' });
          setPassword(given);
        }}
        onCancel={onCancel}
      />
    );
  }
  if (step.at === 'pages') {
    return (
      <ThumbnailChooser
        title={title}
        count={step.count}
        labelOf={(index) => words.page(index + 1)}
        renderThumbnail={renderThumbnail}
        rangeLabel={words.pages}
        chosen={chosen}
        onChosenChange={setChosen}
        maxChosen={maxChosen}
        actions={
          canAttach && (
            <button
              type="button"
              className={`${button} ik:hover:bg-sunken`}
              onClick={() => {
                pdf.close();
                onAnswer({ images: [], isAttached: true });
              }}
            >
              {words.attach}
            </button>
          )
        }
        onAdd={() => void add()}
        onCancel={onCancel}
      />
    );
  }
  return (
    <WaitDialog title={title} onCancel={onCancel}>
      {step.at === 'opening' ? words.opening : words.making(step.place, chosen.length)}
    </WaitDialog>
  );
}
