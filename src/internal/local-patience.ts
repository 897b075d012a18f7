/**
 * Time limits for servers of a user's own: a model of many gigabytes has to load first, and a CPU may take minutes to read
 * an image.
 */
export const LOCAL_PATIENCE = {
  firstByteTimeoutMs: 900_000,
  stallTimeoutMs: 120_000,
  totalTimeoutMs: 3_600_000,
} as const;
