import { createJavaScriptResampler } from './resample-javascript.js';
import { createWasmResampler } from './resample-wasm.js';
import type { Resampler } from './resampler-types.js';

let loading: Promise<Resampler> | undefined;

/**
 * Returns the resampler of this thread, created once: WebAssembly, or JavaScript with identical results if
 * the page's content security policy forbids WebAssembly or the browser is too old for it.
 */
export function loadResampler(): Promise<Resampler> {
  loading ??= createWasmResampler().catch(createJavaScriptResampler);
  return loading;
}
