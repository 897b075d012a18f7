import { StrictMode, type ReactNode } from 'react';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { render } from 'vitest-browser-react';
import type { UseIntakeOptions } from '../../../src/index.js';
import { useImageDrop } from '../../../src/index.js';
import { loadFixture } from '../../helpers/load-fixture.js';
import { eventually } from '../../helpers/eventually.js';

function Zone({
  name,
  children,
  ...options
}: UseIntakeOptions & { name: string; children?: ReactNode }) {
  const { dropProps, isDropTarget, draggedCount } = useImageDrop(options);
  return (
    <div
      {...dropProps}
      data-testid={name}
      data-drop-target={isDropTarget || undefined}
      data-count={draggedCount}
    >
      <p data-testid={`${name}-text`}>Drop images here</p>
      {children}
    </div>
  );
}

async function filesOf(...names: readonly string[]): Promise<DataTransfer> {
  const data = new DataTransfer();
  for (const name of names) data.items.add(await loadFixture(name));
  return data;
}

function drag(
  type: 'dragenter' | 'dragover' | 'dragleave' | 'drop',
  target: Element | null,
  dataTransfer: DataTransfer,
  relatedTarget: Element | null = null,
): DragEvent {
  const event = new DragEvent(type, {
    bubbles: true,
    cancelable: true,
    dataTransfer,
    relatedTarget,
  });
  target?.dispatchEvent(event);
  return event;
}

async function setUp(zones: ReactNode) {
  const screen = await render(<StrictMode>{zones}</StrictMode>);
  const find = (name: string) => screen.container.querySelector(`[data-testid="${name}"]`);
  const isTarget = (name: string) => find(name)?.hasAttribute('data-drop-target') ?? false;
  return { ...screen, find, isTarget };
}

function callbacks() {
  return {
    onImages: vi.fn<UseIntakeOptions['onImages']>(),
    onRejections: vi.fn<NonNullable<UseIntakeOptions['onRejections']>>(),
  };
}

const namesIn = ({ onImages }: ReturnType<typeof callbacks>): string[][] =>
  onImages.mock.calls.map(([images]) => images.map(({ name }) => name));

/** Notes each change of whether an element shows itself as the target. */
function watchTarget(zone: Element | null): boolean[] {
  const changes: boolean[] = [];
  const observer = new MutationObserver(() => {
    const isTarget = zone?.hasAttribute('data-drop-target') ?? false;
    if (isTarget !== (changes.at(-1) ?? false)) changes.push(isTarget);
  });
  if (zone) observer.observe(zone, { attributeFilter: ['data-drop-target'] });
  onTestFinished(() => observer.disconnect());
  return changes;
}

describe('a drop zone', () => {
  test('takes images in their order, and names the files it does not take', async () => {
    const { onImages, onRejections } = callbacks();
    const { find } = await setUp(
      <Zone name="zone" onImages={onImages} onRejections={onRejections} />,
    );
    const data = await filesOf('quad.png', 'document.pdf', 'quad_orientation_6.jpg');
    expect(drag('dragenter', find('zone'), data).defaultPrevented).toBe(true);
    expect(drag('dragover', find('zone'), data).defaultPrevented).toBe(true);
    expect(drag('drop', find('zone'), data).defaultPrevented).toBe(true);
    await eventually(() => expect(onRejections).toHaveBeenCalledOnce());
    expect(onImages).toHaveBeenCalledOnce();
    expect(onImages.mock.calls[0]).toMatchObject([
      [{ name: 'quad.png', from: 'drop' }, { name: 'quad_orientation_6.jpg' }],
      'drop',
    ]);
    expect(onRejections.mock.calls[0]?.[0]).toMatchObject([{ name: 'document.pdf' }]);
  });

  test('hands over two drops in the order they came, however long the first takes to read', async () => {
    const { onImages } = callbacks();
    const { find } = await setUp(<Zone name="zone" onImages={onImages} />);
    const many = await filesOf(...Array.from({ length: 40 }, () => 'photo.jpg'));
    drag('drop', find('zone'), many);
    drag('drop', find('zone'), await filesOf('quad.png'));
    const names = () => onImages.mock.calls.flatMap(([images]) => images.map(({ name }) => name));
    await eventually(() => expect(names()).toHaveLength(41));
    expect(names().indexOf('quad.png')).toBe(40);
    // The first of many are handed over before the last are read.
    expect(onImages.mock.calls[0]?.[0].length).toBeLessThan(40);
  });

  test('shows that it is the target while something hangs over it or its children', async () => {
    const { find, isTarget } = await setUp(<Zone name="zone" {...callbacks()} />);
    const data = await filesOf('quad.png', 'quad.gif');
    const [zone, text] = [find('zone'), find('zone-text')];
    const changes = watchTarget(zone);
    drag('dragenter', zone, data, document.body);
    await eventually(() => expect(isTarget('zone')).toBe(true));
    expect(zone?.getAttribute('data-count')).toBe('2');

    drag('dragenter', text, data, zone);
    drag('dragleave', zone, data, text);
    // What is seen next comes from the event that is sent next.
    drag('dragover', text, await filesOf('quad.png'));
    await eventually(() => expect(zone?.getAttribute('data-count')).toBe('1'));
    expect(changes).toEqual([true]);

    drag('dragleave', text, data, document.body);
    await eventually(() => expect(changes).toEqual([true, false]));
  });

  test('also where the browser names no related target, as Safari does', async () => {
    const { find } = await setUp(<Zone name="zone" {...callbacks()} />);
    const data = await filesOf('quad.png');
    const [zone, text] = [find('zone'), find('zone-text')];
    const changes = watchTarget(zone);
    drag('dragenter', zone, data);
    await eventually(() => expect(changes).toEqual([true]));
    drag('dragenter', text, data);
    drag('dragleave', zone, data);
    drag('dragenter', zone, data);
    drag('dragleave', text, data);
    drag('dragover', zone, await filesOf('quad.png', 'quad.gif'));
    await eventually(() => expect(zone?.getAttribute('data-count')).toBe('2'));
    expect(changes).toEqual([true]);
    drag('dragleave', zone, data);
    await eventually(() => expect(changes).toEqual([true, false]));
  });

  test('inside another one takes the drop alone', async () => {
    const [outer, inner] = [callbacks(), callbacks()];
    const { find, isTarget } = await setUp(
      <Zone name="outer" {...outer}>
        <Zone name="inner" {...inner} />
      </Zone>,
    );
    const data = await filesOf('quad.png');
    drag('dragenter', find('outer'), data, document.body);
    drag('dragover', find('outer'), data);
    await eventually(() => expect(isTarget('outer')).toBe(true));
    drag('dragenter', find('inner'), data, find('outer'));
    drag('dragleave', find('outer'), data, find('inner'));
    drag('dragover', find('inner'), data);
    await eventually(() => expect([isTarget('outer'), isTarget('inner')]).toEqual([false, true]));

    drag('drop', find('inner-text'), data);
    await eventually(() => expect(inner.onImages).toHaveBeenCalledOnce());
    await eventually(() => expect([isTarget('outer'), isTarget('inner')]).toEqual([false, false]));
    // Drops arrive in order, so the first one of the outer zone is the next.
    drag('drop', find('outer'), await filesOf('quad.gif'));
    await eventually(() => expect(namesIn(outer)).toEqual([['quad.gif']]));
    expect(namesIn(inner)).toEqual([['quad.png']]);
  });

  test('that is disabled swallows the drop, also for the zone around it', async () => {
    const [outer, inner] = [callbacks(), callbacks()];
    const { find, isTarget } = await setUp(
      <Zone name="outer" {...outer}>
        <Zone name="inner" {...inner} isDisabled />
      </Zone>,
    );
    const data = await filesOf('quad.png');
    const over = drag('dragover', find('inner'), data);
    expect(over.defaultPrevented).toBe(true);
    expect(over.dataTransfer?.dropEffect).toBe('none');
    expect(drag('drop', find('inner'), data).defaultPrevented).toBe(true);
    drag('drop', find('outer'), await filesOf('quad.gif'));
    await eventually(() => expect(namesIn(outer)).toEqual([['quad.gif']]));
    expect(namesIn(inner)).toEqual([]);
    expect([isTarget('outer'), isTarget('inner')]).toEqual([false, false]);
  });

  test('leaves text that is dragged, and a link over a text field, to the browser', async () => {
    const { onImages } = callbacks();
    const { find } = await setUp(
      <Zone name="zone" onImages={onImages}>
        <textarea data-testid="field" />
      </Zone>,
    );
    const text = new DataTransfer();
    text.setData('text/plain', 'words');
    expect(drag('dragover', find('zone'), text).defaultPrevented).toBe(false);
    expect(drag('drop', find('zone'), text).defaultPrevented).toBe(false);

    const link = new DataTransfer();
    link.setData('text/uri-list', 'https://site.example/page');
    expect(drag('drop', find('field'), link).defaultPrevented).toBe(false);
  });

  test('keeps its own limits, and says of each file why it was not taken', async () => {
    const { onImages } = callbacks();
    const onReject = vi.fn<NonNullable<UseIntakeOptions['onReject']>>();
    const limits = { accept: ['image/png'], maxFiles: 1, maxFileSizeBytes: 20_000 };
    const { find } = await setUp(
      <Zone name="zone" {...limits} onImages={onImages} onReject={onReject} />,
    );
    const files = ['quad.gif', 'photo.jpg', 'quad.png', 'quad_alpha.png'];
    drag('drop', find('zone'), await filesOf(...files));
    await eventually(() => expect(onReject).toHaveBeenCalledTimes(3));
    expect(onImages.mock.calls).toMatchObject([[[{ name: 'quad.png' }], 'drop']]);
    const told = onReject.mock.calls.map(([{ code, file }]) => [file?.name, code]);
    expect(told).toEqual([
      ['quad.gif', 'type-not-accepted'],
      ['photo.jpg', 'too-many-bytes'],
      ['quad_alpha.png', 'too-many-files'],
    ]);
    for (const [{ message }] of onReject.mock.calls) expect(message).toMatch(/\. [A-Z].*\.$/);
  });

  test('beside another one leaves what is dropped there to it', async () => {
    const [left, right] = [callbacks(), callbacks()];
    const { find, isTarget } = await setUp(
      <>
        <Zone name="left" {...left} />
        <Zone name="right" {...right} />
      </>,
    );
    const data = await filesOf('quad.png');
    drag('dragenter', find('left'), data, document.body);
    drag('dragenter', find('right'), data, find('left'));
    drag('dragleave', find('left'), data, find('right'));
    await eventually(() => expect([isTarget('left'), isTarget('right')]).toEqual([false, true]));
    drag('drop', find('right'), data);
    await eventually(() => expect(right.onImages).toHaveBeenCalledOnce());
    expect(left.onImages).not.toHaveBeenCalled();
  });

  test('tells that images are on their way until they were handed on', async () => {
    const { onImages } = callbacks();
    const seen: string[] = [];
    const onArrival = (arrival: Promise<void>): void => {
      seen.push('on their way');
      void arrival.then(() => seen.push(`${onImages.mock.calls.length} handed on`));
    };
    const { find } = await setUp(<Zone name="zone" onImages={onImages} onArrival={onArrival} />);
    drag('drop', find('zone'), await filesOf('quad.png'));
    expect(seen).toEqual(['on their way']);
    await eventually(() => expect(seen).toEqual(['on their way', '1 handed on']));
  });

  test('hands over nothing once it is gone', async () => {
    const { onImages } = callbacks();
    const onArrival = vi.fn<(arrival: Promise<void>) => void>();
    const { find, unmount } = await setUp(
      <Zone name="zone" onImages={onImages} onArrival={onArrival} />,
    );
    drag('drop', find('zone'), await filesOf('photo.jpg'));
    await unmount();
    expect(onArrival).toHaveBeenCalledOnce();
    await onArrival.mock.calls[0]?.[0];
    expect(onImages).not.toHaveBeenCalled();
  });
});
