/** Loose reading of stored objects: what is not of its type counts as missing. */
export type Fields = Partial<Record<string, unknown>>;
export type FieldTypes = Readonly<Record<string, 'string' | 'number' | 'boolean'>>;

/** Without the fields whose values are not of their type. Fields that have none stay. */
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
