/** A page of the site. Its path has no extension: `errors`, `api/ImageTray`. */
export interface Page {
  path: string;
  title: string;
  /** What the sidebar calls it, if not by its title. */
  label?: string;
  /** What is on it, in a few words. */
  summary?: string;
  /** Heading of the sidebar that it stands under. */
  group: string;
  markdown: string;
  /** The page whose list in the sidebar it belongs to, for one of many of its kind. */
  parent?: string;
  /** File in the repository that it is made from. */
  source?: string;
}

/** Returns the anchor of a heading, as GitHub and npm name it. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

/** A line of a page that becomes a live example, or the box for error messages. Comments do not show on GitHub. */
export const directive = /^<!-- (live|error-box)(?:: ([\w/-]+))? -->$/;

/** Comments are for the tests and for GitHub; those that the site knows become blocks of their own. */
export const withDirectives = (markdown: string): string =>
  markdown
    .split('\n')
    .map((line) => {
      const [, name, value = ''] = directive.exec(line.trim()) ?? [];
      return name ? `~~~site-${name}\n${value}\n~~~` : line;
    })
    .join('\n')
    .replaceAll(/<!--[^]*?-->\n?/g, '');
