import { Check, Copy, RotateCcw, Trash2, Volume2 } from 'lucide-react';
import { type ReactElement, useCallback, useContext, useMemo, useState } from 'react';
import type { ChatEntry } from '../../../chat/types.js';
import type { MessagePart } from '../../../messages/types.js';
import { createRegionDetector } from '../../../regions/may-have-regions.js';
import { imagesOf, textOf } from '../../parts/messages/messages-context.js';
import { MessagesActions, MessagesCopy, MessagesText } from '../../parts/messages/index.js';
import { formatMoney } from '../../words/format.js';
import type { ImageReferences } from '../../markdown/image-references-context.js';
import { withoutTryAgain } from '../../words/without-try-again.js';
import { useWords } from '../../words/WordsProvider.js';
import { canTryAgain } from '../chat/request-failure.js';
import { QuoteAction } from '../reading/Quoting.js';
import { ReadAloudButton } from '../reading/reading-module.js';
import { createEntrySampler } from '../regions/sample-entry.js';
import { RegionList, RegionText } from '../regions/regions-module.js';
import type { RegionAnswerProps } from '../regions/RegionText.js';
import { RulesContext } from './rules-context.js';
import { IsBusyContext } from './is-busy-context.js';
import { IconButton } from '../shared/IconButton.js';
import { MarkdownText, usePreloadedMarkdown } from './MarkdownText.js';
import { ImageDescriptions } from './ImageDescriptions.js';
import { MessageImages } from './MessageImages.js';
import { Notice } from '../shared/Notice.js';
import { PartsBeforeText, PartsBehindText } from './AnswerParts.js';
import { SlotsContext } from './message-slots.js';
import { FeedbackButtons } from './FeedbackButtons.js';
import { AnswerObjectView } from '../objects/objects-module.js';
import { ActionsSlot, PartSlot } from './Slots.js';
import { NoteFoldContext, useToolFolds } from './tool-images.js';
import { VersionSwitch } from './VersionSwitch.js';
import { RetryCountdown } from '../shared/RetryCountdown.js';
import { useTryAgainLabel } from '../shared/use-try-again-label.js';
import { WaitLine } from './WaitLine.js';

export interface AnswerBodyProps {
  entry: ChatEntry;
  /** The question whose images the answer may name by number. */
  question?: ChatEntry | undefined;
  onRegenerate: (answerId: string) => void;
  /** Continues a truncated answer. Omitted when not possible. */
  onContinue?: (() => void) | undefined;
  onShowVersion: (messageId: string, versionIndex: number) => void;
  onRemove: (messageId: string) => void;
  onEditQuestion: (answerId: string) => void;
  onOpenImage: (messageId: string, imageId: string) => void;
}

function isStep({ type }: MessagePart): boolean {
  return type === 'reasoning' || type === 'tool-call';
}

export function isReference({ type }: MessagePart): boolean {
  return type === 'source' || type === 'file';
}

/** Content of an answer: its text and images, how it ended, and its actions. */
export function AnswerBody(props: AnswerBodyProps): ReactElement {
  const { entry, question, onRegenerate, onContinue, onShowVersion } = props;
  const { onRemove, onEditQuestion, onOpenImage } = props;
  const { id, parts } = entry.message;
  const { answer } = entry;
  const words = useWords();
  const isBusy = useContext(IsBusyContext);
  const status = answer?.status ?? 'complete';
  const isUnderWay = status === 'waiting' || status === 'streaming';
  const ending = words.answerState(status, answer?.endReason);
  const text = textOf(entry);
  const retryAtMs = retryAtMsOf(answer);
  const tryAgainLabel = useTryAgainLabel(retryAtMs);
  usePreloadedMarkdown();
  const imageReferences = useImageReferences(question, onOpenImage);
  const regions = useRegions(entry, question, onOpenImage);
  const { noteFold, isOutside } = useToolFolds(parts);
  const { onFeedback, readAloud, markdown: elements } = useContext(SlotsContext);
  const markdown = {
    text,
    isStreaming: status === 'streaming',
    isCut: !isUnderWay && status !== 'complete',
    imageReferences,
    ...elements,
  };
  const textPart = useMemo(() => ({ type: 'text', text }) as const, [text]);
  const said = (
    <MessagesText>
      <PartSlot part={textPart} entry={entry}>
        {regions ? (
          <RegionText {...regions} {...markdown} fallback={<MarkdownText {...markdown} />} />
        ) : (
          <MarkdownText {...markdown} />
        )}
      </PartSlot>
    </MessagesText>
  );
  return (
    <>
      {answer && status === 'waiting' && <WaitLine startedAtMs={answer.startedAtMs} />}
      {parts.some(isStep) && (
        <NoteFoldContext.Provider value={noteFold}>
          <PartsBeforeText entry={entry} onOpenImage={onOpenImage} />
        </NoteFoldContext.Provider>
      )}
      {answer?.object ? (
        <AnswerObjectView
          entry={entry}
          object={answer.object}
          onTryAgain={isBusy ? undefined : () => onRegenerate(id)}
          renderFailure={() => said}
        >
          {said}
        </AnswerObjectView>
      ) : (
        said
      )}
      <MessageImages entry={entry} filter={isOutside} onOpenImage={onOpenImage} />
      {regions && <RegionList {...regions} />}
      {parts.some(isReference) && <PartsBehindText entry={entry} />}
      <ImageDescriptions entry={entry} />
      {answer?.error ? (
        <Notice
          tone="bad"
          spoken={words.error(answer.error)}
          actions={
            isBusy
              ? []
              : [
                  ...(onContinue ? [{ label: words.continueAnswer, onPress: onContinue }] : []),
                  ...(canTryAgain(answer.error)
                    ? [{ label: tryAgainLabel, onPress: () => onRegenerate(id) }]
                    : []),
                  { label: words.edit, onPress: () => onEditQuestion(id) },
                ]
          }
        >
          {isBusy
            ? words.error(answer.error)
            : withoutTryAgain(words.error(answer.error), { hasCountdown: retryAtMs !== undefined })}
          {retryAtMs !== undefined && <RetryCountdown retryAtMs={retryAtMs} />}
        </Notice>
      ) : (
        ending !== undefined && (
          <p
            data-ick-part="message-ending"
            className="ik:flex ik:flex-wrap ik:items-center ik:gap-x-2 ik:text-sm ik:text-warn"
          >
            <span>{ending}</span>
            {onContinue && (
              <button
                type="button"
                onClick={onContinue}
                className="ik:-my-1 ik:min-h-8 ik:rounded-full ik:px-2.5 ik:font-medium ik:text-accent ik:hover:bg-accent-soft"
              >
                {words.continueAnswer}
              </button>
            )}
          </p>
        )
      )}
      {!isUnderWay && (
        <MessagesActions className="ik:-ms-1.5 ik:flex ik:items-center ik:gap-0.5">
          <ActionsSlot
            entry={entry}
            actions={{
              versions: entry.versions && (
                <VersionSwitch
                  versions={entry.versions}
                  isBusy={isBusy}
                  onShow={(index) => onShowVersion(id, index)}
                />
              ),
              copy: text === '' ? undefined : <CopyButton />,
              quote: <QuoteAction messageId={id} />,
              regenerate: answer?.error ? undefined : (
                <IconButton
                  icon={RotateCcw}
                  label={words.regenerate}
                  disabled={isBusy}
                  onClick={() => onRegenerate(id)}
                />
              ),
              readAloud: readAloud && text !== '' && (
                <ReadAloudButton
                  fallback={
                    <span className="ik:grid ik:size-8 ik:place-items-center ik:text-ink-3">
                      <Volume2 className="ik:size-4.5" strokeWidth={1.75} aria-hidden />
                    </span>
                  }
                />
              ),
              feedback: onFeedback && <FeedbackButtons entry={entry} onFeedback={onFeedback} />,
              remove: (
                <IconButton icon={Trash2} label={words.remove} onClick={() => onRemove(id)} />
              ),
              usage: (
                <span className="ik:ms-1.5 ik:text-xs ik:text-ink-3 ik:tabular-nums">
                  {usageOf(entry, words)}
                </span>
              ),
            }}
          />
        </MessagesActions>
      )}
    </>
  );
}

/** Copies the message it is in. */
export function CopyButton(): ReactElement {
  return (
    <MessagesCopy
      render={(props, { copied }) => <IconButton icon={copied ? Check : Copy} {...props} />}
    />
  );
}

/** Returns what is needed to read places in images from an answer, if it may point out any. */
function useRegions(
  entry: ChatEntry,
  question: ChatEntry | undefined,
  onOpenImage: AnswerBodyProps['onOpenImage'],
): RegionAnswerProps | undefined {
  const rules = useContext(RulesContext);
  const [mayHaveRegions] = useState(createRegionDetector);
  const [sample] = useState(createEntrySampler);
  const read = sample(entry);
  const images = useMemo(() => (question ? imagesOf(question) : []), [question]);
  const questionId = question?.message.id ?? '';
  const open = useCallback(
    (imageId: string) => onOpenImage(questionId, imageId),
    [onOpenImage, questionId],
  );
  const hasToolRegions = useMemo(() => read.message.parts.some(isToolCallWithRegions), [read]);
  const isWanted = images.length > 0 && (mayHaveRegions(textOf(entry)) || hasToolRegions);
  return isWanted ? { entry: read, images, rules, onOpenImage: open } : undefined;
}

function isToolCallWithRegions(part: MessagePart): boolean {
  return (
    part.type === 'tool-call' &&
    [part.result ?? '', part.arguments].some((text) => createRegionDetector()(text))
  );
}

function useImageReferences(
  question: ChatEntry | undefined,
  onOpenImage: AnswerBodyProps['onOpenImage'],
): ImageReferences | undefined {
  return useMemo(() => {
    if (!question) return undefined;
    const images = imagesOf(question);
    return {
      count: images.length,
      onOpen: (number) => {
        const image = images[number - 1];
        if (image) onOpenImage(question.message.id, image.id);
      },
    };
  }, [question, onOpenImage]);
}

function retryAtMsOf(answer: ChatEntry['answer']): number | undefined {
  const { endedAtMs, error } = answer ?? {};
  const waitMs = error?.facts.retryAfterMs;
  return waitMs === undefined || endedAtMs === undefined ? undefined : endedAtMs + waitMs;
}

function usageOf({ answer }: ChatEntry, words: ReturnType<typeof useWords>): string {
  const tokens = (answer?.inputTokens ?? 0) + (answer?.outputTokens ?? 0);
  const ms = answer?.endedAtMs === undefined ? 0 : answer.endedAtMs - answer.startedAtMs;
  const cost = answer?.cost && formatMoney(answer.cost.amount, answer.cost.currency, words.locale);
  return [tokens > 0 && words.tokens(tokens), cost, ms > 0 && words.seconds(ms / 1000)]
    .filter(Boolean)
    .join(' · ');
}
