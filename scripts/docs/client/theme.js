// Before the first paint, so that a page never flashes in the other theme.
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset.theme = theme;
} catch {
  // A page that may not store anything follows the system.
}
