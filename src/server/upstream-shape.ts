/**
 * The shape of requests that an upstream accepts, derived from the end of its address: `messages` of chats, `input` of
 * responses, `messages` next to `system`, `messages` next to `options`, `contents`, or the `prompt` of images.
 * `undefined` for an address of the app's own.
 */
export type UpstreamShape = 'chat' | 'input' | 'system' | 'options' | 'contents' | 'prompt';

const shapes: ReadonlyArray<[RegExp, UpstreamShape]> = [
  [/\/chat\/completions$/, 'chat'],
  [/\/responses$/, 'input'],
  [/\/messages$/, 'system'],
  [/\/api\/chat$/, 'options'],
  [/\/models(?:\/[^/]+:\w+)?$/, 'contents'],
  [/\/images$/, 'prompt'],
];

export function shapeOf(upstream: string): UpstreamShape | undefined {
  const { pathname } = new URL(upstream);
  return shapes.find(([pattern]) => pattern.test(pathname))?.[1];
}

/** Returns the address of `files` or `models` next to that of the chat, or `undefined` if it cannot be derived. */
export function addressBeside(upstream: string, name: 'models' | 'files'): string | undefined {
  const url = new URL(upstream);
  const base =
    /^(.*)\/(?:chat\/completions|responses|messages|images|models(?:\/[^/]+:\w+)?)$/.exec(
      url.pathname,
    ) ?? (name === 'models' ? /^(.*\/api)\/chat$/.exec(url.pathname) : null);
  if (!base) return undefined;
  const isTags = shapeOf(upstream) === 'options';
  url.pathname = `${base[1]}/${isTags ? 'tags' : name}`;
  if (shapeOf(upstream) === 'contents') url.search = '';
  return url.href;
}

export type ContentsMethod = 'generateContent' | 'streamGenerateContent';

/** A chat in `contents` has its target in its path: `…/models/{model}:{method}`. */
export interface ContentsTarget {
  model: string;
  method: ContentsMethod;
}

/** Returns `undefined` for a path that does not name a model and an answered method. */
export function readContentsTarget(segment: string | undefined): ContentsTarget | undefined {
  const [, name = '', method] =
    /^(.+)(?::|%3A)(generateContent|streamGenerateContent)$/i.exec(segment ?? '') ?? [];
  if (method === undefined) return undefined;
  try {
    return { model: decodeURIComponent(name), method: method as ContentsMethod };
  } catch {
    return undefined;
  }
}

export function contentsAddress(upstream: string, { model, method }: ContentsTarget): string {
  const url = new URL(addressBeside(upstream, 'models') ?? upstream);
  url.pathname += `/${encodeURIComponent(model)}:${method}`;
  if (method === 'streamGenerateContent') url.searchParams.set('alt', 'sse');
  return url.href;
}

const imageActions = ['generations', 'edits'] as const;

/** What is done with a prompt, which is the end of its path: `…/images/{action}`. */
export type ImageAction = (typeof imageActions)[number];

/** Returns `undefined` for a path that does not end in an answered action. */
export function readImageAction(segment: string | undefined): ImageAction | undefined {
  return imageActions.find((action) => action === segment);
}

export function imagesAddress(upstream: string, action: ImageAction): string {
  const url = new URL(upstream);
  url.pathname += `/${action}`;
  return url.href;
}
