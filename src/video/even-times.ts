/** Returns times spread evenly over a video: the middle of each of `count` equal parts, in seconds. */
export function evenTimes(durationS: number, count: number): number[] {
  const whole = Math.max(0, Math.floor(count));
  return Array.from({ length: whole }, (_, index) => (durationS * (index + 0.5)) / whole);
}
