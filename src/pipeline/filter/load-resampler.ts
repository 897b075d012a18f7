import { createJavaScriptResampler } from './resample-javascript.js';
import { createWasmResampler } from './resample-wasm.js';
import type { Resampler } from './resampler-types.js';

let loading: Promise<Resampler> | undefined;

/**
 * The resampler of this thread, made once: WebAssembly, or JavaScript with the same pixels where the page's content
 * security policy forbids WebAssembly or the browser is too old for it.
 */
export function loadResampler(): Promise<Resampler> {
  loading ??= createWasmResampler().catch(createJavaScriptResampler);
  return loading;
}
