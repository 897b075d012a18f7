import { createRef } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { mergeProps } from '../../../src/react/merge-props.js';

test('several bags of props live on one element', async () => {
  const calls: string[] = [];
  const objectRef = createRef<HTMLButtonElement>();
  let callbackElement: HTMLButtonElement | null = null;
  const props = mergeProps(
    {
      className: 'a',
      style: { color: 'red', margin: 1 },
      onClick: () => calls.push('first'),
      title: 'one',
      ref: objectRef,
    },
    undefined,
    {
      className: 'b',
      style: { margin: 2 },
      onClick: () => calls.push('second'),
      title: 'two',
      id: undefined,
      ref: (element: HTMLButtonElement | null) => {
        callbackElement = element;
      },
    },
  );
  const screen = await render(<button {...props}>Go</button>);
  const button = screen.getByRole('button');
  await button.click();

  expect(calls).toEqual(['first', 'second']);
  expect(button.element()).toMatchObject({ className: 'a b', title: 'two' });
  expect(button.element()).toHaveStyle({ margin: '2px' });
  expect(objectRef.current).toBe(button.element());
  expect(callbackElement).toBe(button.element());
  await screen.unmount();
  expect(objectRef.current).toBeNull();
  expect(callbackElement).toBeNull();
});
