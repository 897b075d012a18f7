/** A command or a mention of an app. */
export interface ComposerItem {
  id: string;
  label: string;
  description?: string;
  /** Replaces what was typed. @defaultValue nothing: what was typed is removed */
  text?: string;
  /** Called once the item is chosen. */
  onChoose?: () => void;
}

/** Items in order, or a search of the app. The signal is aborted once the user has typed on. */
export type ComposerItems =
  | readonly ComposerItem[]
  | ((
      query: string,
      signal: AbortSignal,
    ) => readonly ComposerItem[] | Promise<readonly ComposerItem[]>);
