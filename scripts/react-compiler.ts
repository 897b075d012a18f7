import { type BabelFileResult, transformAsync } from '@babel/core';
import reactCompiler, { type LoggerEvent, type PluginOptions } from 'babel-plugin-react-compiler';

/** One module with its components and hooks compiled. */
export interface CompiledModule {
  code: string;
  map: NonNullable<BabelFileResult['map']> | null;
  /** How many components and hooks were compiled. */
  count: number;
  /** Why others were not, with file and line. */
  refusals: string[];
}

/** The checks of `eslint-plugin-react-hooks`, most of which the compiler leaves out when it only compiles. */
const environment: NonNullable<PluginOptions['environment']> = {
  validateHooksUsage: true,
  validateRefAccessDuringRender: true,
  validateNoSetStateInRender: true,
  validateNoSetStateInEffects: true,
  validateNoDerivedComputationsInEffects: true,
  validateNoJSXInTryStatements: true,
  validateNoImpureFunctionsInRender: true,
  validateNoFreezingKnownMutableFunctions: true,
  validateNoCapitalizedCalls: [],
  validateStaticComponents: true,
  validateNoVoidUseMemo: true,
};

/** What React Compiler makes of a module. What it refuses stays as it was written. The types stay in the code. */
export async function compileModule(source: string, filename: string): Promise<CompiledModule> {
  const refusals: string[] = [];
  let count = 0;
  const options: PluginOptions = {
    panicThreshold: 'none',
    environment,
    logger: {
      logEvent(_filename, event) {
        if (event.kind === 'CompileSuccess') count += 1;
        const refusal = refusalOf(event);
        if (refusal) refusals.push(`${filename}:${refusal}`);
      },
    },
  };
  const result = await transformAsync(source, {
    filename,
    babelrc: false,
    configFile: false,
    sourceMaps: true,
    parserOpts: { plugins: filename.endsWith('x') ? ['typescript', 'jsx'] : ['typescript'] },
    plugins: [[reactCompiler, options]],
  });
  return {
    code: result?.code ?? source,
    map: result?.map ?? null,
    count,
    refusals,
  };
}

function refusalOf(event: LoggerEvent): string | undefined {
  switch (event.kind) {
    case 'CompileError':
      return `${event.fnLoc?.start.line ?? 1} ${event.detail.reason}`;
    case 'CompileSkip':
      return `${event.fnLoc?.start.line ?? 1} ${event.reason}`;
    case 'PipelineError':
      return `${event.fnLoc?.start.line ?? 1} ${event.data}`;
    default:
      return undefined;
  }
}
