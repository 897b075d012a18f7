import { useImageCamera, useImageQueue } from 'image-chat-kit';

export function Camera() {
  const queue = useImageQueue({ model: 'claude-sonnet-5' });
  const camera = useImageCamera({ onImages: queue.addSources });
  return (
    <>
      <video {...camera.videoProps} muted hidden={camera.status !== 'live'} />
      {camera.status === 'closed' && (
        <button type="button" onClick={camera.open}>
          Open the camera
        </button>
      )}
      {camera.status === 'live' && (
        <button type="button" onClick={() => void camera.takePhoto()}>
          Take a photo
        </button>
      )}
      {camera.status === 'taken' && (
        <button type="button" onClick={camera.keepPhoto}>
          Use it
        </button>
      )}
      {camera.failure && <p role="alert">{camera.failure.message}</p>}
    </>
  );
}
