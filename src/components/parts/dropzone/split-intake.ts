import type { UseIntakeOptions } from '../../../react/intake-types.js';

/** Options of intake among the props of an element. A new option has to be named here to compile. */
const optionNames: Record<keyof UseIntakeOptions, true> = {
  onImages: true,
  onRejections: true,
  onReject: true,
  onArrival: true,
  accept: true,
  maxFiles: true,
  maxFileSizeBytes: true,
  limits: true,
  nameImage: true,
  fetchLinks: true,
  keepsLink: true,
  onLinks: true,
  onParts: true,
  fileSources: true,
  fileTypes: true,
  onFiles: true,
  keepBytes: true,
  ask: true,
  isDisabled: true,
};

interface SplitProps<Props> {
  options: UseIntakeOptions;
  rest: Omit<Props, keyof UseIntakeOptions>;
}

const isOption = ([name]: [string, unknown]): boolean => name in optionNames;

export function splitIntake<Props extends UseIntakeOptions>(props: Props): SplitProps<Props> {
  const entries = Object.entries(props);
  return {
    options: Object.fromEntries(entries.filter(isOption)) as unknown as UseIntakeOptions,
    rest: Object.fromEntries(
      entries.filter((entry) => !isOption(entry)),
    ) as SplitProps<Props>['rest'],
  };
}
