/** Returns a time of a video to a tenth of a second: `0:12.4`, `1:02:03.0`. */
export function formatTime(timeS: number): string {
  const tenths = Math.round(Math.max(0, timeS) * 10);
  const seconds = ((tenths % 600) / 10).toFixed(1).padStart(4, '0');
  const minutes = Math.floor(tenths / 600) % 60;
  const hours = Math.floor(tenths / 36_000);
  return hours > 0
    ? `${hours}:${String(minutes).padStart(2, '0')}:${seconds}`
    : `${minutes}:${seconds}`;
}
