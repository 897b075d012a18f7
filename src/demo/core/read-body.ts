import { isObject, type JsonObject } from './json.js';

/** Returns the JSON object of a request, or `undefined` if it is anything else. */
export async function readJsonObject(request: Request): Promise<JsonObject | undefined> {
  try {
    const value: unknown = JSON.parse(await request.text());
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (request.signal.aborted) throw error;
    return undefined;
  }
}
