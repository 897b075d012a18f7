const formats = new Map<string, Intl.NumberFormat>();

/**
 * Works as `toLocaleString`, which creates its format again for each number: with a hundred tiles, that blocked the
 * page.
 */
export function formatNumber(
  value: number,
  locale: string,
  options?: Intl.NumberFormatOptions,
): string {
  const key = options ? `${locale} ${JSON.stringify(options)}` : locale;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, options);
    formats.set(key, format);
  }
  return format.format(value);
}
