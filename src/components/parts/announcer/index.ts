export { Announcer, useAnnounce } from './Announcer.js';
export type { Announce, AnnouncerProps } from './Announcer.js';
