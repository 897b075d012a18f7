/** Names the tab of the browser after the kit, where Storybook ends each title with its own name. */
export function nameTab(name: string): void {
  const rename = (): void => {
    const title = document.title.replace(/Storybook$/, name);
    if (title !== document.title) document.title = title;
  };
  rename();
  new MutationObserver(rename).observe(document.head, {
    childList: true,
    subtree: true,
    characterData: true,
  });
}
