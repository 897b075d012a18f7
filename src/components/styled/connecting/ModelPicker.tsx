import { Check, ChevronDown, Eye, EyeOff } from 'lucide-react';
import { type KeyboardEvent, type ReactElement, useEffect, useId, useRef, useState } from 'react';
import type { ListedModel } from '../../../endpoint/list-models.js';
import type { UseModelsResult } from '../../../react/use-models.js';
import { useWords } from '../../words/WordsProvider.js';
import { KitRoot } from '../chat/KitRoot.js';
import { field, labelText } from './connecting-styles.js';
import { useConnectingWords } from './use-connecting-words.js';

export interface ModelPickerProps extends Partial<
  Pick<UseModelsResult, 'models' | 'isLoading' | 'error' | 'refetch'>
> {
  /** Id of the model in use. */
  value: string;
  /** Called with the id that the user chose, or typed. */
  onChange: (model: string) => void;
  /** Label of the field. @defaultValue 'Model' in the language of the words */
  label?: string;
  className?: string;
}

interface Option {
  id: string;
  /** Missing for an id that the list does not have. */
  listed?: ListedModel;
}

const NONE: readonly ListedModel[] = [];
const MAX_SHOWN = 100;

/**
 * A model of a server, chosen from its list: `<ModelPicker {...useModels(connection)} value={model} onChange={setModel} />`.
 * Each says whether it sees images. An id that the list does not have can be typed.
 */
export function ModelPicker(props: ModelPickerProps): ReactElement {
  const { className = '' } = props;
  return (
    <KitRoot className={className}>
      <Picker {...props} />
    </KitRoot>
  );
}

function Picker(props: ModelPickerProps): ReactElement {
  const { value, onChange, models = NONE, isLoading = false, error, refetch, label } = props;
  const { error: errorWords, tryAgain } = useWords();
  const words = useConnectingWords();
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  /** What is being typed. Missing while the list is closed. */
  const [typed, setTyped] = useState<string>();
  const [active, setActive] = useState(-1);

  const isOpen = typed !== undefined;
  const options = isOpen ? optionsFor(models, typed === value ? '' : typed) : [];
  const chosen = models.find((model) => model.id === value);
  const visionWords = ({ vision }: ListedModel): string =>
    vision === undefined ? words.visionUnknown : vision ? words.seesImages : words.textOnly;

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  const close = (): void => {
    setTyped(undefined);
    setActive(-1);
  };
  const choose = (model: string): void => {
    close();
    if (model !== '' && model !== value) onChange(model);
  };
  const open = (): void => {
    setTyped(value);
    setActive(models.findIndex((model) => model.id === value));
  };
  const move = (step: number): void => {
    if (!isOpen) open();
    else if (options.length > 0) setActive((active + step + options.length) % options.length);
  };
  const keys: Record<string, () => void> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(active < 0 ? 0 : -1),
    Enter: () => choose(options[active]?.id ?? typed?.trim() ?? ''),
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Escape' && isOpen) {
      // A dialog around the picker stays open.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    const handle = keys[event.key];
    if (!handle) return;
    event.preventDefault();
    handle();
  };
  const leave = (): void => {
    // Without a list, what was typed is all there is. With one, it may only be the beginning of a name.
    const isModel = models.length === 0 || models.some((model) => model.id === typed?.trim());
    if (isOpen && isModel) choose(typed.trim());
    else close();
  };

  return (
    <div data-ick-part="model-picker" className="ik:relative ik:grid ik:gap-1 ik:text-sm">
      <label htmlFor={id} className={labelText}>
        {label ?? words.model}
      </label>
      <span className="ik:relative ik:block">
        <input
          id={id}
          role="combobox"
          aria-expanded={isOpen && options.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active >= 0 ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-vision`}
          aria-busy={isLoading}
          value={typed ?? value}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          onChange={(event) => {
            setTyped(event.target.value);
            setActive(-1);
          }}
          onClick={() => {
            if (!isOpen) open();
          }}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKeyDown}
          onBlur={leave}
          className={`${field} ik:pe-8`}
        />
        <ChevronDown
          aria-hidden
          className="ik:pointer-events-none ik:absolute ik:end-2 ik:top-1/2 ik:size-4 ik:-translate-y-1/2 ik:text-ink-3"
        />
      </span>
      <p id={`${id}-vision`} className="ik:text-xs ik:text-ink-2 ik:empty:hidden">
        {isLoading ? words.modelsLoading : chosen && visionWords(chosen)}
      </p>
      {error && (
        <p role="alert" className="ik:text-xs ik:text-warn">
          {words.modelsMissing} {errorWords(error)}{' '}
          {refetch && (
            <button
              type="button"
              onClick={refetch}
              className="ik:font-semibold ik:underline ik:underline-offset-2"
            >
              {tryAgain}
            </button>
          )}
        </p>
      )}
      {/* oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- the focus stays in the text, whose keys walk the list */}
      <div
        ref={list}
        id={`${id}-list`}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a select cannot be typed into
        role="listbox"
        aria-label={label ?? words.model}
        hidden={options.length === 0}
        className="ik:absolute ik:inset-x-0 ik:top-14.5 ik:z-10 ik:max-h-72 ik:overflow-y-auto ik:rounded-md ik:border ik:border-line-strong ik:bg-surface ik:p-1 ik:shadow-card ik:[&[hidden]]:hidden"
      >
        {options.map(({ id: model, listed }, place) => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- Enter in the text chooses
          <div
            key={model}
            id={`${id}-${place}`}
            // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- an option has no icons
            role="option"
            tabIndex={-1}
            aria-selected={place === active}
            // A press must not take the focus from the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(model)}
            className="ik:flex ik:min-h-9 ik:cursor-pointer ik:items-center ik:gap-2 ik:rounded-sm ik:px-2 ik:hover:bg-sunken ik:aria-selected:bg-accent-soft ik:pointer-coarse:min-h-11 ik:forced-colors:aria-selected:border"
          >
            <Check
              aria-hidden
              className={`ik:size-4 ik:flex-none ${model === value ? 'ik:text-accent' : 'ik:invisible'}`}
            />
            <bdi className="ik:min-w-0 ik:flex-1 ik:truncate" data-ick-tooltip={model}>
              {listed ? model : words.takeTyped(model)}
            </bdi>
            {listed && (
              <span className="ik:flex ik:flex-none ik:items-center ik:gap-1 ik:text-xs ik:text-ink-2">
                {listed.vision === true && <Eye aria-hidden className="ik:size-3.5" />}
                {listed.vision === false && <EyeOff aria-hidden className="ik:size-3.5" />}
                {visionWords(listed)}
              </span>
            )}
          </div>
        ))}
      </div>
    </div>
  );
}

/** Models whose id contains what was typed, and what was typed itself if the list does not have it. */
function optionsFor(models: readonly ListedModel[], typed: string): readonly Option[] {
  const query = typed.trim().toLowerCase();
  const found = models
    .filter(({ id }) => id.toLowerCase().includes(query))
    .slice(0, MAX_SHOWN)
    .map((listed): Option => ({ id: listed.id, listed }));
  const isListed = query === '' || models.some(({ id }) => id.toLowerCase() === query);
  return isListed ? found : [...found, { id: typed.trim() }];
}
