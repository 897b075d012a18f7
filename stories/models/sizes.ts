/** Sizes that people send, for presets. */
export const commonSizes = [
  { label: '12 MP photo', width: 4032, height: 3024 },
  { label: 'Phone photo, upright', width: 3024, height: 4032 },
  { label: 'Full HD screenshot', width: 1920, height: 1080 },
  { label: 'Phone screenshot', width: 1170, height: 2532 },
  { label: 'A4 scan, 200 dpi', width: 1654, height: 2339 },
  { label: 'Thumbnail', width: 320, height: 240 },
] as const;
