import { formatBytes } from '../words/format.js';

const number = new Intl.NumberFormat('en');

export const count = (value: number): string => number.format(value);

export const bytes = (value: number): string => formatBytes(value, 'en');

export const px = ({ width, height }: { width: number; height: number }): string =>
  `${width} × ${height} px`;

/** A fraction of a cent is still something. */
export const money = ({ amount, currency }: { amount: number; currency: string }): string =>
  amount.toLocaleString('en', { style: 'currency', currency, maximumSignificantDigits: 3 });
