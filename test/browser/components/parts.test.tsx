import { Component, createRef, type ReactElement, type ReactNode } from 'react';
import { describe, expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import type { UseAttachedFilesResult } from '../../../src/index.js';
import { Composer, Dropzone, Messages, Tray } from '../../../src/parts.js';
import { KitError } from '../../../src/errors.js';
import type { QueueItem } from '../../../src/queue/types.js';
import { imagePart, preparedFrom, queueState } from '../../../stories/components/samples/images.js';

const file = new File(['image'], 'photo.jpg', { type: 'image/jpeg' });
const item = {
  id: 'a',
  name: 'photo.jpg',
  file,
  detail: 'auto',
  status: 'ready',
  progress: 1,
  previewUrl: 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA=',
  previewIsFinal: true,
  prepared: preparedFrom(file),
} as const;
const preparing = { ...item, status: 'preparing', progress: 0.5 } as const;
const failed = {
  ...item,
  status: 'failed',
  error: new KitError('decode-timeout', { message: 'This took too long. Try again.' }),
} as const;

const warned: QueueItem = {
  ...item,
  prepared: { ...item.prepared, notes: [{ code: 'incomplete', message: 'Cut short.' }] },
};

const again: QueueItem = { ...item, id: 'again' };

const nothing = (): void => {};
const queue = {
  ...queueState([item]),
  remove: nothing,
  move: nothing,
  setDetail: nothing,
  setAlt: nothing,
  retry: nothing,
};
const composer = {
  text: '',
  setText: nothing,
  queue: {
    ...queue,
    parts: [],
    add: () => [],
    waitFor: nothing,
    addSources: () => [],
    addLink: () => '',
    addParts: () => [],
    clear: nothing,
    setAllDetails: nothing,
    setLimits: nothing,
    replace: () => [],
    replaceSource: nothing,
    revertSource: nothing,
  },
  canSend: true,
  submit: async () => undefined,
  addRejections: nothing,
};
const image = imagePart(file);
const entry = {
  message: { id: 'm', role: 'user', parts: [image, { type: 'text', text: 'Hello' }] },
} as const;

type Props = Record<string, unknown>;

interface Part {
  name: string;
  tag: string;
  /** What the part needs around it. */
  parent?: string;
  make: (props: Props) => ReactElement;
  inside: (part: ReactElement) => ReactElement;
  state?: Record<string, string>;
}

const alone = (part: ReactElement): ReactElement => part;
const inDropzone = (part: ReactElement) => <Dropzone.Root onImages={nothing}>{part}</Dropzone.Root>;
const inTray = (part: ReactElement) => <Tray.Root queue={queue}>{part}</Tray.Root>;
const inTile = (part: ReactElement, shown: QueueItem = item) => (
  <Tray.Root queue={{ ...queue, items: [shown] }}>
    <Tray.Item item={shown}>{part}</Tray.Item>
  </Tray.Root>
);
const attached: UseAttachedFilesResult = {
  parts: [
    {
      type: 'file',
      id: 'list',
      name: 'list.pdf',
      mediaType: 'application/pdf',
      data: { kind: 'bytes', bytes: new Blob(['%PDF-1.7']) },
    },
  ],
  fileTypes: ['application/pdf'],
  add: nothing,
  addParts: nothing,
  remove: nothing,
};

const inComposer = (part: ReactElement) => (
  <Composer.Root composer={composer}>{part}</Composer.Root>
);
const inList = (part: ReactElement) => <Messages.List entries={[entry]}>{part}</Messages.List>;
const inMessage = (part: ReactElement) => <Messages.Item entry={entry}>{part}</Messages.Item>;

const parts: Part[] = [
  {
    name: 'DropzoneRoot',
    tag: 'DIV',
    make: (p) => <Dropzone.Root onImages={nothing} {...p} />,
    inside: alone,
  },
  {
    name: 'DropzoneHint',
    tag: 'P',
    parent: 'DropzoneRoot',
    make: (p) => <Dropzone.Hint {...p} />,
    inside: inDropzone,
  },
  {
    name: 'TrayRoot',
    tag: 'UL',
    make: (p) => <Tray.Root queue={{ ...queue, items: [] }} {...p} />,
    inside: alone,
    state: { 'data-empty': '' },
  },
  {
    name: 'TrayItem',
    tag: 'LI',
    parent: 'TrayRoot',
    make: (p) => <Tray.Item item={item} {...p} />,
    inside: inTray,
    state: { 'data-status': 'ready', 'data-final': '' },
  },
  {
    name: 'TrayThumbnail',
    tag: 'IMG',
    parent: 'TrayItem',
    make: (p) => <Tray.Thumbnail {...p} />,
    inside: inTile,
    state: { 'data-status': 'ready' },
  },
  {
    name: 'TrayWarning',
    tag: 'SPAN',
    parent: 'TrayItem',
    make: (p) => <Tray.Warning {...p} />,
    inside: (part) => inTile(part, warned),
    state: { 'data-status': 'ready', 'data-warning': '' },
  },
  {
    name: 'TraySame',
    tag: 'BUTTON',
    parent: 'TrayRoot',
    make: (p) => <Tray.Same {...p} />,
    inside: (part) => (
      <Tray.Root queue={{ ...queue, items: [item, again] }}>
        <Tray.Item item={item} />
        <Tray.Item item={again}>{part}</Tray.Item>
      </Tray.Root>
    ),
    state: { 'data-status': 'ready' },
  },
  {
    name: 'TrayNumber',
    tag: 'SPAN',
    parent: 'TrayItem',
    make: (p) => <Tray.Number {...p} />,
    inside: inTile,
  },
  {
    name: 'TrayStatus',
    tag: 'SPAN',
    parent: 'TrayItem',
    make: (p) => <Tray.Status {...p} />,
    inside: inTile,
  },
  {
    name: 'TrayProgress',
    tag: 'SPAN',
    parent: 'TrayItem',
    make: (p) => <Tray.Progress {...p} />,
    inside: (part) => inTile(part, preparing),
    state: { 'data-status': 'preparing' },
  },
  {
    name: 'TrayDetail',
    tag: 'SELECT',
    parent: 'TrayRoot',
    make: (p) => <Tray.Detail {...p} />,
    inside: inTile,
  },
  {
    name: 'TrayEdit',
    tag: 'BUTTON',
    parent: 'TrayItem',
    make: (p) => <Tray.Edit onEdit={nothing} {...p} />,
    inside: inTile,
  },
  {
    name: 'TrayRemove',
    tag: 'BUTTON',
    parent: 'TrayRoot',
    make: (p) => <Tray.Remove {...p} />,
    inside: inTile,
  },
  {
    name: 'TrayRetry',
    tag: 'BUTTON',
    parent: 'TrayRoot',
    make: (p) => <Tray.Retry {...p} />,
    inside: (part) => inTile(part, failed),
    state: { 'data-status': 'failed' },
  },
  {
    name: 'ComposerRoot',
    tag: 'FORM',
    make: (p) => <Composer.Root composer={composer} {...p} />,
    inside: alone,
    state: { 'data-sendable': '' },
  },
  {
    name: 'ComposerInput',
    tag: 'TEXTAREA',
    parent: 'ComposerRoot',
    make: (p) => <Composer.Input {...p} />,
    inside: inComposer,
  },
  {
    name: 'ComposerFiles',
    tag: 'UL',
    parent: 'ComposerRoot',
    make: (p) => <Composer.Files {...p} />,
    inside: (part) => (
      <Composer.Root composer={{ ...composer, files: attached }}>{part}</Composer.Root>
    ),
  },
  {
    name: 'ComposerSend',
    tag: 'BUTTON',
    parent: 'ComposerRoot',
    make: (p) => <Composer.Send {...p} />,
    inside: inComposer,
  },
  {
    name: 'ComposerStop',
    tag: 'BUTTON',
    parent: 'ComposerRoot',
    make: (p) => <Composer.Stop {...p} />,
    inside: (part) => (
      <Composer.Root composer={composer} isBusy onStop={nothing}>
        {part}
      </Composer.Root>
    ),
    state: { 'data-busy': '' },
  },
  {
    name: 'ComposerAddButton',
    tag: 'BUTTON',
    parent: 'ComposerRoot',
    make: (p) => <Composer.AddButton {...p} />,
    inside: inComposer,
  },
  {
    name: 'ComposerSummary',
    tag: 'SPAN',
    parent: 'ComposerRoot',
    make: (p) => <Composer.Summary {...p} />,
    inside: inComposer,
  },
  {
    name: 'ComposerUnsent',
    tag: 'P',
    parent: 'ComposerRoot',
    make: (p) => <Composer.Unsent {...p} />,
    inside: (part) => (
      <Composer.Root
        composer={{ ...composer, queue: { ...composer.queue, ...queueState([failed]) } }}
      >
        {part}
      </Composer.Root>
    ),
  },
  {
    name: 'MessagesList',
    tag: 'DIV',
    make: (p) => <Messages.List entries={[]} {...p} />,
    inside: alone,
    state: { 'data-at-end': '', 'data-empty': '' },
  },
  {
    name: 'MessagesItem',
    tag: 'ARTICLE',
    make: (p) => <Messages.Item entry={entry} {...p} />,
    inside: alone,
    state: { 'data-role': 'user' },
  },
  {
    name: 'MessagesImages',
    tag: 'UL',
    parent: 'MessagesItem',
    make: (p) => <Messages.Images {...p} />,
    inside: inMessage,
  },
  {
    name: 'MessagesImage',
    tag: 'IMG',
    parent: 'MessagesItem',
    make: (p) => <Messages.Image image={image} number={1} {...p} />,
    inside: inMessage,
  },
  {
    name: 'MessagesText',
    tag: 'DIV',
    parent: 'MessagesItem',
    make: (p) => <Messages.Text {...p} />,
    inside: inMessage,
  },
  {
    name: 'MessagesActions',
    tag: 'DIV',
    parent: 'MessagesItem',
    make: (p) => <Messages.Actions {...p} />,
    inside: inMessage,
  },
  {
    name: 'MessagesCopy',
    tag: 'BUTTON',
    parent: 'MessagesItem',
    make: (p) => <Messages.Copy {...p} />,
    inside: inMessage,
  },
];

/** The name as an app imports it. */
const exported = (part: string): string => part.replace(/(?<=[a-z])(?=[A-Z])/, '.');

class Catch extends Component<{ onError: (error: unknown) => void; children: ReactNode }> {
  override state = { failed: false };
  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }
  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }
  override render(): ReactNode {
    return this.state.failed ? null : this.props.children;
  }
}

describe.each(parts)('$name', ({ tag, make, inside, state = {} }) => {
  test('forwards its ref, spreads its props and shows its state', async () => {
    const ref = createRef<HTMLElement>();
    await render(inside(make({ ref, 'data-own': 'x', className: 'own', style: { order: 3 } })));
    expect(ref.current?.tagName).toBe(tag);
    expect(ref.current?.dataset['own']).toBe('x');
    expect(ref.current?.className).toContain('own');
    expect(ref.current?.style.order).toBe('3');
    expect(ref.current?.dataset['ickPart']).toBeTruthy();
    for (const [name, value] of Object.entries(state)) {
      expect(ref.current?.getAttribute(name)).toBe(value);
    }
  });

  test('is replaced by an element, which keeps its own props and ref', async () => {
    const ref = createRef<HTMLElement>();
    const ownRef = createRef<HTMLElement>();
    const replacement = <section ref={ownRef} className="mine" data-mine="" />;
    await render(inside(make({ ref, render: replacement, className: 'own' })));
    expect(ref.current?.tagName).toBe('SECTION');
    expect(ownRef.current).toBe(ref.current);
    expect(ref.current?.className).toContain('mine');
    expect(ref.current?.className).toContain('own');
    expect(ref.current?.dataset['ickPart']).toBeTruthy();
  });

  test('is replaced by a function of its props', async () => {
    const ref = createRef<HTMLElement>();
    await render(
      inside(make({ ref, render: ({ children: _none, ...props }: Props) => <nav {...props} /> })),
    );
    expect(ref.current?.tagName).toBe('NAV');
    for (const [name, value] of Object.entries(state)) {
      expect(ref.current?.getAttribute(name)).toBe(value);
    }
  });
});

test.each([
  ...parts.flatMap(({ name, parent, make }) =>
    parent === undefined ? [] : [{ name, parent, make }],
  ),
  {
    name: 'MessagesJump',
    parent: 'MessagesList',
    make: (props: Props) => <Messages.Jump {...props} />,
  },
])('<$name> alone says that <$parent> is missing', async ({ name, parent, make }) => {
  const errors: unknown[] = [];
  await render(<Catch onError={(error) => errors.push(error)}>{make({})}</Catch>);
  expect(errors).toHaveLength(1);
  const [error] = errors;
  expect(KitError.is(error) && error.code).toBe('missing-parent');
  expect(String(error)).toContain(`<${exported(name)}>`);
  expect(String(error)).toContain(`<${exported(parent)}>`);
});

test("an app's handler runs first, and keeps the part from acting with preventDefault", async () => {
  const removed: string[] = [];
  const screen = await render(
    <Tray.Root queue={{ ...queue, remove: (id) => removed.push(id) }}>
      <Tray.Item item={item}>
        <Tray.Remove onClick={(event) => event.preventDefault()} />
      </Tray.Item>
    </Tray.Root>,
  );
  await screen.getByRole('button').click();
  expect(removed).toEqual([]);
});

test('MessagesJump stands inside of its list', async () => {
  const screen = await render(inList(<Messages.Jump />));
  expect(screen.container.querySelector('[data-ick-part=messages-jump]')).toBeNull();
});
