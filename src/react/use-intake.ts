import { type ReactNode, useCallback, useEffect, useRef } from 'react';
import { KitError } from '../errors.js';
import type { AskPerson } from '../intake/file-source.js';
import { notLoaded } from '../intake/unreadable.js';
import type { ImageSource, IntakeOptions, IntakeResult, IntakeSource } from '../intake/types.js';
import type { UseIntakeOptions } from './intake-types.js';
import { useLatest } from './use-latest.js';

/** Starts at once, while the event that carries the files is still alive, and receives the limits. */
export type Collect = (options: IntakeOptions) => Promise<IntakeResult>;

/** Resolves after all results have been delivered. */
export type Intake = (collect: Collect, from: IntakeSource) => Promise<void>;

/**
 * What all sources have in common: images are delivered in the order they came in, even if a later drop is read faster,
 * those of a large drop a few at a time, and nothing is delivered after the component has unmounted.
 */
export function useIntake(options: UseIntakeOptions): Intake {
  const latest = useLatest(options);
  const controller = useRef<AbortController>(undefined);
  const earlier = useRef<Promise<void>>(Promise.resolve());

  useEffect(() => {
    const own = new AbortController();
    controller.current = own;
    return () => own.abort();
  }, []);

  return useCallback(
    (collect, from) => {
      const signal = controller.current?.signal;
      if (!signal || signal.aborted) return Promise.resolve();
      const before = earlier.current;
      const early: ImageSource[] = [];
      const handOnEarly = async (images: ImageSource[]): Promise<void> => {
        early.push(...images);
        await before;
        if (!signal.aborted) latest.current.onImages(images, from);
      };
      const handOn = async (result: Promise<IntakeResult>): Promise<void> => {
        const [{ images, rejections, links, files }] = await Promise.all([result, before]);
        if (signal.aborted) return;
        const { onImages, onLinks, onFiles, onRejections, onReject } = latest.current;
        const late = images.filter((image) => !early.includes(image));
        if (late.length > 0) onImages(late, from);
        if (links) onLinks?.(links, from);
        if (files) onFiles?.(files, from);
        if (rejections.length > 0) onRejections?.(rejections, from);
        if (onReject) rejections.forEach((rejection) => onReject(rejection));
      };
      const { ask } = latest.current;
      let release = (): void => {};
      const released = new Promise<void>((resolve) => {
        release = resolve;
      });
      const collected = collect({
        signal,
        from,
        ...intakeOptions(latest.current),
        ...(ask && { ask: askAfter(release, ask) }),
        onImages: (images) => void handOnEarly(images).catch(reportUnlessAborted),
      });
      const handedOn = handOn(collected.catch(withoutPart)).catch(reportUnlessAborted);
      // Later images do not wait while the user is choosing.
      earlier.current = Promise.race([handedOn, released]);
      latest.current.onArrival?.(handedOn);
      return handedOn;
    },
    [latest],
  );
}

function askAfter(before: () => void, ask: AskPerson<ReactNode>): AskPerson {
  return (render, options) => {
    before();
    return ask((chooser) => render(chooser) as ReactNode, options);
  };
}

/** Reports a part that did not load like a rejected file. */
function withoutPart(error: unknown): IntakeResult {
  if (!KitError.is(error) || error.code !== 'unreachable') throw error;
  return { images: [], rejections: [notLoaded('', error)] };
}

function reportUnlessAborted(error: unknown): void {
  if (KitError.is(error) && error.code === 'aborted') return;
  // The DOMs of test runners have no `reportError`.
  if (typeof reportError === 'function') reportError(error);
  else console.error(error);
}

function intakeOptions(options: UseIntakeOptions): IntakeOptions {
  const { accept, maxFiles, maxFileSizeBytes: maxBytes, nameImage, keepsLink } = options;
  const { fetchLinks = true, fileSources, fileTypes, keepBytes } = options;
  const limits = { ...options.limits, ...(maxBytes !== undefined && { maxBytes }) };
  return {
    fetchLinks,
    limits,
    ...(accept && { accept }),
    ...(maxFiles !== undefined && { maxFiles }),
    ...(nameImage && { nameImage }),
    ...(keepsLink && { keepsLink }),
    ...(fileSources && { fileSources }),
    ...(fileTypes && { fileTypes }),
    ...(keepBytes !== undefined && { keepBytes }),
  };
}
