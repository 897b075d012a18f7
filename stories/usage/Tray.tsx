import { useImageQueue } from 'image-chat-kit';
import { Tray } from 'image-chat-kit/parts';

/** Parts bring behaviour, words and state, and no looks. */
export function Images() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  return (
    <Tray.Root queue={queue} className="tray">
      {queue.items.map((item) => (
        <Tray.Item key={item.id} item={item} className="tile">
          <Tray.Thumbnail />
          <Tray.Progress />
          <Tray.Number /> <Tray.Status /> <Tray.Warning>!</Tray.Warning> <Tray.Retry />
          <Tray.Same />
          <Tray.Detail />
          <Tray.Remove>Remove</Tray.Remove>
        </Tray.Item>
      ))}
    </Tray.Root>
  );
}
