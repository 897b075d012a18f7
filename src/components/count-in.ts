/** A phrase for each plural category a language has; `#` stands for the number. */
export type PluralForms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>;

/** A count in words, by the plural rules and the digits of a language. */
export function countIn(locale: string, count: number, forms: PluralForms): string {
  const form = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other;
  return form.replace('#', count.toLocaleString(locale));
}
