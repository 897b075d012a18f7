import { useEffect, useMemo, useState, useSyncExternalStore, type ReactElement } from 'react';
import {
  EmptyChat,
  ImageChatView,
  type QueueItem,
  useImageChat,
  type UseImageChatOptions,
} from '../../src/index.js';
// The photos of iPhones can be added in every browser.
import '../../src/pipeline/decode/heic.js';
import { ConversationList, useConversations } from '../../src/conversations.js';
import { pdfPages } from '../../src/pdf/index.js';
import { videoFrames } from '../../src/video.js';
import { prepareToRecognise } from '../shared/sample-answers/recognise-sample.js';
import { ConnectionMenu } from './ConnectionMenu.js';
import { HistoryMenu } from './HistoryMenu.js';
import { choices, connectionOf, formOf } from './connections.js';
import { ExchangePanels } from './panels/ExchangePanels.js';
import { ImagePanels } from './panels/ImagePanels.js';
import { ImageChooser } from './panels/ImageChooser.js';
import { prepareToRead } from './read-text.js';
import { Samples } from './Samples.js';
import { useTraces } from './use-traces.js';
import '../shared/sheet.css';
import './playground.css';

/** Images stay in the rail after they were sent, until others come. */
function useSeenItems(items: readonly QueueItem[]): readonly QueueItem[] {
  const [seen, setSeen] = useState(items);
  if (items.length > 0 && items !== seen) setSeen(items);
  return items.length > 0 ? items : seen;
}

const intake = { fileSources: [pdfPages({ textAsAlt: true }), videoFrames()] };

const wide = matchMedia('(width >= 48rem)');

function subscribeToWidth(onChange: () => void): () => void {
  wide.addEventListener('change', onChange);
  return () => wide.removeEventListener('change', onChange);
}

/** The chat, and beside it everything that happened on an image's way. */
export function Playground(): ReactElement {
  const [form, setForm] = useState(() => formOf(choices[0]));
  const connection = useMemo(() => connectionOf(form), [form]);
  const { exchange, onTrace } = useTraces();
  const [imageHistory, setImageHistory] = useState<UseImageChatOptions['imageHistory']>();
  const conversations = useConversations({ rememberAs: 'playground' });
  const chat = useImageChat({
    connection,
    onTrace,
    conversationKey: conversations.currentId,
    conversationStore: conversations.store,
    ...(imageHistory && { imageHistory }),
  });
  const items = useSeenItems(chat.composer.queue.items);
  const isDemo = form.choice.fetch !== undefined;
  const answersHere = isDemo && items.length > 0;
  useEffect(() => {
    if (!answersHere) return;
    prepareToRecognise();
    prepareToRead();
  }, [answersHere]);
  const [selectedId, select] = useState<string>();
  const selected = items.find(({ id }) => id === selectedId) ?? items.at(-1);
  const [isRailOpen, setRailOpen] = useState(false);
  // Folded on a phone, where the chat needs the room.
  const isWide = useSyncExternalStore(subscribeToWidth, () => wide.matches);
  return (
    <div className="pg st-palette" data-rail-open={isRailOpen || undefined}>
      <header className="pg-head">
        <details className="pg-connection-box" key={String(isWide)} open={isWide}>
          <summary>
            <strong>{isDemo ? 'Demo replies' : form.choice.label}</strong> {form.model}
          </summary>
          <ConnectionMenu form={form} onChange={setForm} />
        </details>
        <button
          type="button"
          className="pg-button pg-rail-toggle"
          aria-expanded={isRailOpen}
          aria-controls="pg-rail"
          onClick={() => setRailOpen(!isRailOpen)}
        >
          {isRailOpen ? 'Back to the chat' : 'What happened'}
        </button>
      </header>
      <main className="pg-chat">
        <ImageChatView
          chat={chat}
          intake={intake}
          empty={
            <EmptyChat>
              <Samples onImages={chat.composer.queue.addSources} />
            </EmptyChat>
          }
        />
      </main>
      <aside id="pg-rail" className="pg-rail" aria-label="What happened on the way">
        <ImageChooser items={items} selected={selected} onSelect={select} />
        <ImagePanels item={selected} />
        <details className="pg-conversations">
          <summary>Conversations</summary>
          <ConversationList conversations={conversations} />
        </details>
        <HistoryMenu value={imageHistory} onChange={setImageHistory} />
        <ExchangePanels exchange={exchange} connection={connection} entries={chat.entries} />
      </aside>
    </div>
  );
}
