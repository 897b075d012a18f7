import { formatNumber } from './format-number.js';

/** Returns a readable byte count, in decimal units as file managers show them: 9.5 kB, 33 kB, 1.2 MB, 12.5 MB. */
export function formatBytes(bytes: number, locale: string): string {
  const [unit, divisor] = unitOf(bytes);
  const value = bytes / divisor;
  const wholeFrom = unit === 'MB' ? 99.95 : 9.95;
  const digits = divisor === 1 || value >= wholeFrom ? 0 : 1;
  return `${formatNumber(value, locale, { maximumFractionDigits: digits })} ${unit}`;
}

function unitOf(bytes: number): [unit: string, bytes: number] {
  if (bytes < 999.5) return ['B', 1];
  return bytes < 999_500 ? ['kB', 1000] : ['MB', 1_000_000];
}

/** Returns a number of thousands with one digit after the point, as in "2.9k". */
export function formatShort(value: number, locale: string): string {
  const options = { notation: 'compact', maximumFractionDigits: 1 } as const;
  // English writes a small k for a thousand in running text.
  return formatNumber(value, locale, options).replace('K', 'k');
}

/** Returns whole percent saved, never rounded up to 100. Nothing saved: 0. */
export function percentSaved(beforeBytes: number, afterBytes: number): number {
  if (beforeBytes <= 0 || afterBytes >= beforeBytes) return 0;
  return Math.min(99, Math.round((1 - afterBytes / beforeBytes) * 100));
}

/** Returns a time of whole seconds, in its two largest units: `12 s`, `1 min 5 s`, `2 h 10 min`. */
export function formatDuration(seconds: number, locale: string): string {
  const whole = Math.max(0, Math.round(seconds));
  const [minutes, hours] = [Math.floor(whole / 60), Math.floor(whole / 3600)];
  const parts: [value: number, unit: string][] =
    hours > 0
      ? [
          [hours, 'hour'],
          [minutes % 60, 'minute'],
        ]
      : [
          [minutes, 'minute'],
          [whole % 60, 'second'],
        ];
  return parts
    .filter(([value, unit]) => value > 0 || unit === 'second')
    .map(([value, unit]) => {
      const unitDisplay = unit === 'minute' ? 'short' : 'narrow';
      // English and French leave no space before a narrow unit.
      return formatNumber(value, locale, { style: 'unit', unit, unitDisplay }).replace(
        /(?<=\p{Nd})(?=\p{L})/u,
        ' ',
      );
    })
    .join(' ');
}

/** Returns an amount of money, with enough digits for a small one to be more than zero. */
export function formatMoney(amount: number, currency: string, locale: string): string {
  const digits = amount > 0 && amount < 0.1 ? { maximumSignificantDigits: 2 } : {};
  return formatNumber(amount, locale, { style: 'currency', currency, ...digits });
}
