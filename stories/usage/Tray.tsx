import {
  TrayDetail,
  TrayItem,
  TrayNumber,
  TrayProgress,
  TrayRemove,
  TrayRetry,
  TrayRoot,
  TraySame,
  TrayStatus,
  TrayThumbnail,
  TrayWarning,
  useImageQueue,
} from 'image-chat-kit';

/** Parts bring behaviour, words and state, and no looks. */
export function Images() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  return (
    <TrayRoot queue={queue} className="tray">
      {queue.items.map((item) => (
        <TrayItem key={item.id} item={item} className="tile">
          <TrayThumbnail />
          <TrayProgress />
          <TrayNumber /> <TrayStatus /> <TrayWarning>!</TrayWarning> <TrayRetry />
          <TraySame />
          <TrayDetail />
          <TrayRemove>Remove</TrayRemove>
        </TrayItem>
      ))}
    </TrayRoot>
  );
}
