/** A schema in JSON Schema, as a plain object. */
export type JsonSchema = Readonly<Record<string, unknown>>;

interface StandardIssue {
  message: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }> | undefined;
}

type StandardResult<Output> =
  | { value: Output; issues?: undefined }
  | { issues: readonly StandardIssue[] };

/** A schema of Zod, Valibot, ArkType or another library that implements [Standard Schema](https://standardschema.dev). */
export interface StandardSchema<Output = unknown> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: string;
    readonly validate: (value: unknown) => StandardResult<Output> | Promise<StandardResult<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
    /** Missing in libraries that cannot write JSON Schema themselves: pass it as `jsonSchema`. */
    readonly jsonSchema?: {
      readonly input: (options: { target: 'draft-2020-12' }) => Record<string, unknown>;
    };
  };
}

export interface NamedResponseSchema<Output = unknown> {
  schema: JsonSchema | StandardSchema<Output>;
  /** The same schema in JSON Schema, if the library cannot write it itself. */
  jsonSchema?: JsonSchema;
  /** Name of the object, which the model can see: letters, digits, `_` and `-`. @defaultValue 'answer' */
  name?: string;
  /** Whether the server enforces the schema. @defaultValue true if the schema is closed and has only required fields */
  strict?: boolean;
}

/** The shape that an answer must have. */
export type ResponseSchema<Output = unknown> =
  | JsonSchema
  | StandardSchema<Output>
  | NamedResponseSchema<Output>;

/** The type of the object of an answer. */
export type ObjectOf<Schema> =
  Schema extends StandardSchema<infer Output>
    ? Output
    : Schema extends { schema: StandardSchema<infer Output> }
      ? Output
      : unknown;

/** The schema as a wire format writes it. Its root is an object. */
export interface WireResponseSchema {
  name: string;
  schema: JsonSchema;
  strict: boolean;
}

/** Why an answer is not what was asked for. */
export interface ObjectProblem {
  /** `not-json`: there is no complete JSON in it; `schema`: it does not match the schema. */
  code: 'not-json' | 'schema';
  /** Where in the object, such as `items[2].price`. Empty for the object itself. */
  path: string;
  message: string;
}

/** The object of an answer that was asked for with a schema. */
export interface AnswerObject {
  /** The object as far as it has arrived, then as the schema returned it. Missing while nothing can be read. */
  value?: unknown;
  /** Whether the answer did not end, so that values may be missing or cut off, and nothing was validated. */
  isPartial: boolean;
  /** Empty for an object that matches its schema. */
  problems: readonly ObjectProblem[];
}
