/**
 * Tests in Chromium have a mouse. One that emulates a finger leaves the browser without one, and then nothing takes
 * the focus by itself in the files that come after it.
 */
const askBrowser = window.matchMedia.bind(window);
window.matchMedia = (query) => askBrowser(query === '(pointer: fine)' ? 'all' : query);
