/**
 * Model families, recognised by their names. Which members can see is taken from public catalogues
 * (https://models.dev/api.json and the catalogue of pi-ai 1.6.0, 2026-11-20), as a rule that also covers
 * names that no catalogue lists yet: a version, a size, a word.
 */
import {
  deepseekFacts,
  gemma3Facts,
  gemma4Facts,
  kimiFacts,
  minimaxFacts,
  mistralFacts,
  molmo2Facts,
  molmoFacts,
  qwen25Facts,
  qwen2Facts,
  qwen3Facts,
  xaiFacts,
  zaiFacts,
  type FamilyFacts,
} from './family-facts.js';

export interface NameFamily {
  provider: string;
  /** The start of the name, after the start of the id, a hyphen or a dot. */
  name: RegExp;
  /** Members that can see; checked before `reads`. */
  sees?: RegExp;
  /** Members that read text only. */
  reads?: RegExp;
  /** Default for all other members. */
  others: 'see' | 'read';
  /** Published facts about how a member handles images. */
  facts?: (name: string) => FamilyFacts | undefined;
}

const see = (provider: string, name: RegExp, rest: Partial<NameFamily> = {}): NameFamily => ({
  provider,
  name,
  others: 'see',
  ...rest,
});

const read = (provider: string, name: RegExp, rest: Partial<NameFamily> = {}): NameFamily => ({
  provider,
  name,
  others: 'read',
  ...rest,
});

export const nameFamilies: readonly NameFamily[] = [
  read('qwen', /qwen|qwq|qvq|tongyi/, {
    // From 3.5 on they can see, except the early large ones.
    sees: /qvq|livetranslate|qwen-?(?:3\.5|3\.[67](?!-max)|3\.[89](?!-2\.4t)|3[5-9](?=-|$)|[4-9](?![\d.]*b))/,
    facts: (name) => {
      if (/qwen-?2-vl/.test(name)) return qwen2Facts;
      return /qwen-?2|qwen-vl|qvq/.test(name) ? qwen25Facts : qwen3Facts;
    },
  }),
  read('kimi', /kimi|moonshot|moonlight|k2(?:\.\d|-|$)|k[3-9](?:\.\d)?(?:-|$)/, {
    sees: /k2\.[5-9]|k[3-9](?![\d.]*b)|kimi-(?:latest|for-coding|thinking-preview)/,
    facts: () => kimiFacts,
  }),
  see('gemma', /(?:pali|med|code|shield|embedding|function|recurrent|vault|t5)?gemma/, {
    sees: /paligemma|shieldgemma-?2|medgemma(?!\S*-text)/,
    reads:
      /^(?:code|embedding|function|recurrent|vault|t5|shield)|gemma-?[12](?=[-.]|$)|gemma-?[27]b|-(?:1b|270m|text)(?![a-z])/,
    facts: (name) => (/gemma-?3/.test(name) ? gemma3Facts : gemma4Facts),
  }),
  read('llama', /(?:meta-)?(?:code|tiny)?llama/, {
    sees: /llama-?[4-9](?![\d.]*b)|llama-?3\.2-(?:11|90)b|llama-guard-4/,
  }),
  see('amazon-nova', /nova-(?:\d-)?(?:lite|micro|pro|premier|omni|sonic)/, {
    reads: /micro|sonic/,
  }),
  read('amazon-titan', /titan-(?:text|tg1)/),
  see('seed', /(?:doubao|seed(?=[-\d.]))/, {
    reads: /seed-?(?:oss|coder|translation|x-)|doubao-(?:1\.5-)?(?:lite|pro-(?:4k|32k|128k))/,
  }),
  see('zai', /glm|chatglm|codegeex|autoglm/, {
    sees: /\d(?:\.\d)?v(?=-|$)|glm-?5\.3-flash|glm-flash|autoglm|glm-edge-v/,
    reads:
      /glm-?(?:[1-4](?!\d)|5(?:\.[0-3])?(?![.\d]))|glm-?z1|glm-(?:latest|fast|for|zero)|chatglm|codegeex/,
    facts: () => zaiFacts,
  }),
  see('minimax', /minimax|abab|m2-her/, {
    sees: /vl-01|minimax-01/,
    reads: /m-?[12](?:[.-]?\d)?(?=-|$)|text-01|abab/,
    facts: () => minimaxFacts,
  }),
  see('step', /step-?\d|step-r1|stepfun/, {
    sees: /step-(?:1v|1o|r1-v)|step-?3-vl/,
    reads: /step(?:fun)?-?(?:[12](?=[.-])|3\.5)|step-r1/,
  }),
  see('mimo', /mimo(?=-)/, {
    reads: /mimo-(?:7b|v2-(?:flash|pro)|v2\.5-pro)/,
  }),
  see('muse', /muse-(?=[a-z])/),
  read('phi', /phi-?(?=[\dsm])/, { sees: /phi-?[5-9]/ }),
  read('cohere', /command(?=-|$)|c4ai|aya(?=-)/, {
    sees: /command-a-plus/,
  }),
  read('nemotron', /nemotron|nvidia-nemotron/, { sees: /parse/ }),
  see('ernie', /ernie/, {
    reads:
      /ernie-(?:[123]\.|4\.5-(?!turbo)|4\.0|speed|lite|tiny|char|light|novel|func)|ernie-5\.5-flash/,
  }),
  see('deepseek', /deepseek|janus/, {
    sees: /v4\.1-flash|flash-vision|deepseek-flash|janus/,
    reads: /deepseek[-.]?(?:chat|reasoner|coder|math|prover|latest|pro|llm|moe|[34]|v[1-4]|r\d)/,
    facts: () => deepseekFacts,
  }),
  see(
    'mistral',
    /mistral|ministral|magistral|mixtral|pixtral|codestral|devstral|mathstral|voxtral|leanstral|open-mi[sx]tral/,
    {
      sees: /pixtral|devstral-small-(?:2$|2-|2512)/,
      reads:
        /mixtral|codestral|devstral|mathstral|voxtral|leanstral|open-mi|nemo|saba|tiny|mistral(?:$|-7b|-24b|-v0|-instruct)|(?:large|medium|small)\S*-2[34]\d\d(?!\d)|small-22b|small\S*-2501|ministral\S*-2410|magistral(?:-small|-medium)?(?:$|-250[67])/,
      facts: () => mistralFacts,
    },
  ),
  see('xai', /grok/, {
    reads: /grok-?[123](?!\d)|grok-code|grok-voice/,
    facts: () => xaiFacts,
  }),
  see('internvl', /internvl|intern-s|xcomposer/),
  read('internlm', /internlm/, { sees: /xcomposer/ }),
  see('molmo', /molmo/, {
    facts: (name) => (/molmo-?(?:2|point)/.test(name) ? molmo2Facts : molmoFacts),
  }),
  read('olmo', /olmo/),
  read('granite', /granite/, { sees: /docling/ }),
  see(
    'llava',
    /(?:bak)?llava|moondream|minicpm-[vo]|cogvlm|cogagent|smolvlm|idefics|fuyu|kosmos|florence|internvideo|ovis|nvlm|vila|molmoact|ui-tars|holo-?\d|autoglm|bagel/,
  ),
  read('smollm', /smollm/),
  read('minicpm', /minicpm/),
  see('reka', /reka/, { reads: /reka-flash-3/ }),
  read('hunyuan', /hunyuan|hy-?\d|hy-mt/, { sees: /hy-?[4-9](?!.*preview)/ }),
  read('yi', /yi(?=-)/),
  see('sonar', /sonar/, { reads: /deep-research/ }),
  read('r1-1776', /r1-1776/),
  see('longcat', /longcat/, { reads: /longcat-(?:2\.0|flash-(?:chat|thinking|lite))/ }),
  read('inclusionai', /ling(?=-)|ring(?=-)/),
  see('mai', /mai-(?=code|\d)/, { reads: /mai-code-1/ }),
  read('mai', /mai-ds/),
  see('agnes', /agnes-/),
  see('fugu', /fugu-/),
  see('inkling', /inkling/),
  see('nex', /nex-n/),
  see('v0', /v0-\d/),
  see('gigachat', /gigachat-(?:\d-)?(?:max|pro|ultra)/),
  read('gigachat', /gigachat/),
  see('sensenova', /sensenova/),
  see('openai', /chat-latest/),
  read('openai', /gpt-oss|gpt-(?:neo|j)/),
  read(
    'text',
    /ai21|jamba|solar|palmyra|lfm|mercury|trinity|virtuoso|laguna|intellect|kat-|apertus|falcon|dbrx|arctic|aion|cogito|baichuan|exaone|sarvam|mellum|starcoder|wizardlm|zephyr|vicuna|tulu|bloom|flan|jais|mt0|morph|relace|inflection|rnj|stablelm|mpt|redpajama|openchat|gpt4all|codegen|santacoder|seallm|plamo|k-?exaone|midm|allam|motif|openthinker|deepscaler|(?:text-)?davinci|babbage|(?:text|chat|code|codechat)-(?:bison|gecko)/,
  ),
  read(
    'text',
    /hermes|dolphin|euryale|lunaris|hanami|rocinante|unslopnemo|mythomax|magnum|remm|l3(?:\.\d+)?-|mn-|nous-|airoboros|goliath|wayfarer|starcannon|dracarys|qwerky|bge|gte|granite-ttm|universal-sentence/,
  ),
];

/** Words that show that a model can see, in any name. */
export const SEEING_WORD =
  /(?:^|[-.\d])(?:vl|vlm|vision|visual|omni|multimodal)(?=[-.\d]|$)|ocr(?=[-.\d]|$)|paligemma|llava/;

/** Words that mark any name as that of a model that does not chat about images. */
export const OTHER_TASK =
  /(?:^|[-.])(?:text-embedding|embed|embedding|embeddings|rerank|reranker|tts|melotts|whisper|transcribe|asr|speech|minilm|mpnet|e5|voyage|bert|distilbert|gliner[\d.]*|gliguard|prompt-guard|moderation|dall-e|imagen|recraft|stable-diffusion|sdxl|indictrans\d*|riva|parakeet|paraformer|aura)(?=-|$)/;

/** Words that mark such a model within a family that can see: distilled from it, or for speech. */
export const READING_WORD = /(?:^|-)(?:distill|coder|audio|math|translate)(?=-|$)/;
