import { posix } from 'node:path';

interface StoryIndex {
  entries: Record<string, { type: string; name: string; title: string }>;
}

/** Heights in px of stories that need another than the usual one. */
const HEIGHTS: ReadonlyArray<readonly [story: RegExp, heightPx: number]> = [
  [
    /^(components-(imagechat|chatpopup|lightbox|markup|messagelist|kitroot|conversationlist|batchpanel)|hooks-(useimagechat|your-own-client)|recipes|interop|chat)\b/,
    560,
  ],
  [/^playground/, 680],
  [/^components-(iconbutton|notice|usageline|versionswitch|removalnotice|announcer)/, 180],
];

/** Makes the frames of stories for a page. A name without `--` stands for the first story of a component. */
export function createStoryFrames(
  index: string | undefined,
  pagePath: string,
): (name: string) => string {
  if (index === undefined) return () => '';
  const { entries } = JSON.parse(index) as StoryIndex;
  const base = posix.relative(posix.dirname(pagePath), 'storybook');
  return (name) => {
    const [id, entry] =
      Object.entries(entries).find(
        ([one, { type }]) => type === 'story' && (one === name || one.startsWith(`${name}--`)),
      ) ?? [];
    if (!id || !entry) throw new Error(`No story ${name}, which ${pagePath} shows`);
    const heightPx = HEIGHTS.find(([pattern]) => pattern.test(id))?.[1] ?? 380;
    return (
      `<figure class="live"><iframe src="${base}/iframe.html?id=${id}&amp;viewMode=story" loading="lazy" height="${heightPx}" ` +
      `title="${entry.title}: ${entry.name}, live"></iframe>` +
      `<figcaption>Live, on the demo backend. <a href="${base}/index.html?path=/story/${id}">More states in Storybook</a></figcaption></figure>`
    );
  };
}
