/** The parts of a conversation, as `Messages.List` and `Messages.Item`. */
export { MessagesActions as Actions } from './MessagesActions.js';
export type { MessagesActionsProps as ActionsProps } from './MessagesActions.js';
export { MessagesCopy as Copy } from './MessagesCopy.js';
export type { MessagesCopyProps as CopyProps } from './MessagesCopy.js';
export { MessagesImage as Image, MessagesImages as Images } from './MessagesImages.js';
export type {
  MessagesImageProps as ImageProps,
  MessagesImagesProps as ImagesProps,
} from './MessagesImages.js';
export { MessagesItem as Item } from './MessagesItem.js';
export type { MessagesItemProps as ItemProps } from './MessagesItem.js';
export { MessagesJump as Jump } from './MessagesJump.js';
export type { MessagesJumpProps as JumpProps } from './MessagesJump.js';
export { MessagesList as List } from './MessagesList.js';
export type { MessagesListProps as ListProps } from './MessagesList.js';
export { MessagesText as Text } from './MessagesText.js';
export type { MessagesTextProps as TextProps } from './MessagesText.js';
export type { MessagesListState as ListState } from './messages-context.js';
