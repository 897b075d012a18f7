const number = new Intl.NumberFormat('en');

export const count = (value: number): string => number.format(value);

export function bytes(value: number): string {
  if (value < 1000) return `${value} bytes`;
  return value < 1_000_000
    ? `${Math.round(value / 1000)} kB`
    : `${(value / 1_000_000).toFixed(1)} MB`;
}

export const px = ({ width, height }: { width: number; height: number }): string =>
  `${count(width)} × ${count(height)} px`;

/** A fraction of a cent is still something. */
export const money = ({ amount, currency }: { amount: number; currency: string }): string =>
  amount.toLocaleString('en', { style: 'currency', currency, maximumSignificantDigits: 3 });
