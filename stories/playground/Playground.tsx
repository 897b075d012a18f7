import {
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type ReactElement,
} from 'react';
import { EmptyChat, ImageChatView, KitRoot, useImageChat } from '../../src/index.js';
// The photos of iPhones can be added in every browser.
import '../../src/pipeline/decode/heic.js';
import { useSeenImages } from '../../src/components/devtools/use-seen-images.js';
import { ConversationList, useConversations } from '../../src/conversations.js';
import { ChatInspector, useTraces } from '../../src/devtools.js';
import { mermaidDiagrams } from '../../src/mermaid/index.js';
import { pdfPages } from '../../src/pdf/index.js';
import { videoFrames } from '../../src/video.js';
import { prepareToRecognise } from '../shared/sample-answers/recognise-sample.js';
import { ConnectionMenu } from './ConnectionMenu.js';
import { ConnectionPill } from './ConnectionPill.js';
import { HistoryMenu, useHistoryChoice } from './HistoryMenu.js';
import { connectionOf, isKeyMissing } from './connections.js';
import { PlaygroundHeader } from './PlaygroundHeader.js';
import { prepareToRead } from './read-text.js';
import { Samples } from './Samples.js';
import { Side } from './Side.js';
import { useAsk } from './use-ask.js';
import { useConnectionForm } from './use-connection-form.js';
import { useTheme } from './use-theme.js';
import '../shared/sheet.css';
import './playground.css';

const intake = { fileSources: [pdfPages({ textAsAlt: true }), videoFrames()] };

const markdown = { plugins: [mermaidDiagrams()] };

/** A tray of more has two rows, and takes the room of the samples. */
const MAX_BESIDE_SAMPLES = 8;

/** With both sides open, this leaves the chat its whole column. */
const wide = matchMedia('(width >= 80rem)');

function subscribeToWidth(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}

function useOpening(): { isOpen: boolean; toggle: () => void; close: () => void } {
  const [isOpen, setOpen] = useState(false);
  return { isOpen, toggle: () => setOpen(!isOpen), close: () => setOpen(false) };
}

export interface PlaygroundProps {
  /** What is remembered across reloads is stored under this name. @defaultValue 'playground' */
  storedAs?: string;
}

/** The whole chat, and beside it, for developers, everything that happened on an image's way. */
export function Playground({ storedAs = 'playground' }: PlaygroundProps): ReactElement {
  const { form, choose, change, setKey } = useConnectionForm(storedAs);
  const theming = useTheme(storedAs);
  const history = useHistoryChoice(storedAs);
  const connection = useMemo(() => connectionOf(form), [form]);
  const traces = useTraces();
  const conversations = useConversations({ rememberAs: storedAs });
  const chat = useImageChat({
    connection,
    onTrace: traces.onTrace,
    draftKey: storedAs,
    conversationKey: conversations.currentId,
    conversationStore: conversations.store,
    ...(history.value && { imageHistory: history.value }),
  });
  const { dismissError } = chat;
  const isKeyless = isKeyMissing(form);
  const [keyAsks, setKeyAsks] = useState(0);
  const askForKey = (): void => setKeyAsks(keyAsks + 1);
  // Nothing has failed: what is written stays there until there is a key.
  const submitNothing = async (): Promise<undefined> => {
    askForKey();
    return undefined;
  };
  const composer = isKeyless ? { ...chat.composer, submit: submitNothing } : chat.composer;
  const { queue } = composer;
  const ask = useAsk(composer);

  // Those that are sent while Inspect is closed can be inspected, too.
  const items = useSeenImages(queue.items);
  const isDemo = form.choice.fetch !== undefined;
  // Not while images are prepared, which would take longer.
  const answersHere = isDemo && items.length > 0 && !queue.isPreparing;
  useEffect(() => {
    if (!answersHere) return;
    prepareToRecognise();
    prepareToRead();
  }, [answersHere]);

  const [selectedId, select] = useState<string>();
  const followTray = ({ target }: FocusEvent): void => {
    const tile = target.closest('[data-ick-part="composer"] [data-ick-part="tray-item"]');
    if (!tile || tile.closest('[data-ick-part="messages"]')) return;
    const item = queue.items[Array.from(tile.parentElement?.children ?? []).indexOf(tile)];
    if (item) select(item.id);
  };

  const page = useRef<HTMLElement>(null);
  const connectionPopover = useRef<HTMLDivElement>(null);
  const write = (): void => {
    const texts = page.current?.querySelectorAll<HTMLElement>('[data-ick-part="composer-input"]');
    if (matchMedia('(pointer: fine)').matches)
      Array.from(texts ?? [])
        .at(-1)
        ?.focus();
  };
  const isWide = useSyncExternalStore(subscribeToWidth, () => wide.matches);
  const chats = useOpening();
  const inspect = useOpening();
  const leaveList = (): void => {
    if (!isWide) chats.close();
    write();
  };
  return (
    <KitRoot className="pg st-palette" theme={theming.theme}>
      <PlaygroundHeader
        {...theming}
        sides={{ chats, inspect }}
        onNewChat={() => {
          conversations.create();
          write();
        }}
        pill={
          <ConnectionPill form={form} keyAsks={keyAsks} popover={connectionPopover}>
            <ConnectionMenu
              form={form}
              onChoose={choose}
              onChange={change}
              onKey={(key, options) => {
                setKey(key, options);
                dismissError();
                if (key === '') return;
                connectionPopover.current?.hidePopover();
                write();
              }}
              advanced={<HistoryMenu {...history} />}
            />
          </ConnectionPill>
        }
      />
      {chats.isOpen && (
        <Side id="pg-chats" title="Chats" isOver={!isWide} onClose={chats.close}>
          <ConversationList conversations={conversations} onOpened={leaveList} />
        </Side>
      )}
      <main
        ref={page}
        className="pg-chat"
        data-keyless={isKeyless || undefined}
        onFocus={followTray}
      >
        <ImageChatView
          chat={{ ...chat, composer }}
          intake={intake}
          isFocused
          markdown={markdown}
          readAloud
          showUsage={inspect.isOpen}
          empty={
            <EmptyChat>
              {items.length <= MAX_BESIDE_SAMPLES && (
                <Samples
                  isDemo={isDemo}
                  onAsk={async (...asked) => {
                    await ask(...asked);
                    write();
                  }}
                />
              )}
            </EmptyChat>
          }
        />
        {isKeyless && (
          <button type="button" className="pg-ask-key" onClick={askForKey}>
            Enter your {form.choice.label} key to start
          </button>
        )}
      </main>
      {inspect.isOpen && (
        <Side id="pg-inspect" title="Inspect" isOver={!isWide} onClose={inspect.close}>
          <ChatInspector
            chat={chat}
            traces={traces}
            images={items}
            imageId={selectedId}
            onImageIdChange={select}
          />
        </Side>
      )}
    </KitRoot>
  );
}
