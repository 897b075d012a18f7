import { cdp } from 'vitest/browser';

interface Session {
  send(method: string, parameters?: object): Promise<{ targetInfo: { browserContextId: string } }>;
}

/** Lets the browser answer a page's question as a person would. */
export async function setPermission(name: string, setting: 'granted' | 'denied'): Promise<void> {
  const session = cdp() as unknown as Session;
  const { browserContextId } = (await session.send('Target.getTargetInfo')).targetInfo;
  await session.send('Browser.setPermission', { permission: { name }, setting, browserContextId });
}
