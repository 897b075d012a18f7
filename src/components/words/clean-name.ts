/**
 * Returns a file name as text to show: no control characters, and none that change the reading direction, which make
 * `photo_\u202Egpj.exe` look like a JPEG.
 */
export function cleanName(name: string): string {
  return name.replace(/[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, '').trim();
}
