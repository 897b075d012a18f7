/** What an empty chat does not show besides the parts of its composer: one part, which loads after the first paint. */
export { MessageList } from '../messages/MessageList.js';
export { RequestError } from './RequestError.js';
export { SlotFailure } from '../messages/Slots.js';
export { FollowUps, Suggestions } from './Suggestions.js';
export { UsageLine } from './UsageLine.js';
