/** Lenient reading of stored objects: a field of the wrong type counts as missing. */
export type Fields = Partial<Record<string, unknown>>;
export type FieldTypes = Readonly<Record<string, 'string' | 'number' | 'boolean'>>;

/** Removes the fields whose values have the wrong type. Fields without a declared type stay. */
export function ofTypes(fields: Fields, types: FieldTypes): Fields {
  const names = Object.keys(types).filter(
    (name) =>
      fields[name] !== undefined &&
      (types[name] === 'number'
        ? !Number.isFinite(fields[name])
        : typeof fields[name] !== types[name]),
  );
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !names.includes(name)));
}
