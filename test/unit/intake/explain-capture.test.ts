import { describe, expect, test } from 'vitest';
import { explainCapture } from '../../../src/intake/explain-capture.js';

const codeOf = (from: 'camera' | 'screen' | 'paste', name: string, message = ''): unknown =>
  explainCapture(new DOMException(message, name), from)?.code;

describe('why there is no image', () => {
  test.each([
    ['NotAllowedError', 'camera-refused'],
    ['SecurityError', 'camera-refused'],
    ['NotFoundError', 'camera-missing'],
    ['OverconstrainedError', 'camera-missing'],
    ['NotReadableError', 'camera-busy'],
    ['AbortError', 'camera-busy'],
    ['AnythingElse', 'camera-busy'],
  ])('of a camera: %s is %s', (name, code) => {
    expect(codeOf('camera', name)).toBe(code);
  });

  test('of a screen is nobody’s business where the person chose none', () => {
    expect(codeOf('screen', 'NotAllowedError', 'Permission denied')).toBeUndefined();
    expect(codeOf('screen', 'AbortError')).toBeUndefined();
  });

  test('of a screen is told where the system or the browser is in the way', () => {
    expect(codeOf('screen', 'NotAllowedError', 'Permission denied by system')).toBe(
      'screen-refused',
    );
    expect(codeOf('screen', 'NotReadableError')).toBe('screen-failed');
    expect(codeOf('screen', 'InvalidStateError')).toBe('screen-failed');
  });

  test('of a clipboard: refused, or nothing there', () => {
    expect(codeOf('paste', 'NotAllowedError')).toBe('clipboard-refused');
    expect(codeOf('paste', 'DataError')).toBe('clipboard-empty');
    expect(explainCapture('no error at all', 'paste')?.code).toBe('clipboard-empty');
  });

  test.each(['camera', 'screen', 'paste'] as const)('of a %s says what to do', (from) => {
    const told = explainCapture(new DOMException('', 'NotReadableError'), from);
    expect(told?.message).toMatch(/\. [A-Z].*\.$/);
    expect(told?.name).toBe('');
  });
});
