import { isObject, type JsonObject } from './json.js';

/** The JSON object of a request. Undefined when it is anything else. */
export async function readJsonObject(request: Request): Promise<JsonObject | undefined> {
  try {
    const value: unknown = JSON.parse(await request.text());
    return isObject(value) ? value : undefined;
  } catch (error) {
    if (request.signal.aborted) throw error;
    return undefined;
  }
}
