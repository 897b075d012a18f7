/** What `MediaRecorder` writes: a WebM file without a duration. */
export async function recordMedia(kind: 'video' | 'audio'): Promise<File> {
  const wanted = { video: kind === 'video', audio: kind === 'audio' };
  const stream = await navigator.mediaDevices.getUserMedia(wanted);
  const recorder = new MediaRecorder(stream, { mimeType: `${kind}/webm` });
  const parts: Blob[] = [];
  const isLongEnough = new Promise<void>((resolve) => {
    recorder.addEventListener('dataavailable', ({ data }) => {
      if (data.size > 0) parts.push(data);
      if (parts.length >= 5) resolve();
    });
  });
  recorder.start(100);
  await isLongEnough;
  const isOver = new Promise((resolve) => {
    recorder.addEventListener('stop', resolve);
  });
  recorder.stop();
  await isOver;
  for (const track of stream.getTracks()) track.stop();
  return new File(parts, 'recording.webm', { type: `${kind}/webm` });
}
