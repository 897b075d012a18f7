import { describe, expect, test } from 'vitest';
import { englishBatchWords, englishWords } from '../../../src/index.js';
import { arabicBatchWords, arabicWords } from '../../../src/components/words/arabic/index.js';
import { germanBatchWords, germanWords } from '../../../src/components/words/german/index.js';
import { englishAddingWords } from '../../../src/components/words/english/adding.js';
import { englishChoosingWords } from '../../../src/components/words/english/choosing.js';
import { englishPdfWords } from '../../../src/components/words/english/pdf.js';
import { englishAnswerPartsWords } from '../../../src/components/words/english/answer-parts.js';
import { englishMarkdownWords } from '../../../src/components/words/english/markdown.js';
import { englishConversationWords } from '../../../src/components/words/english/conversations.js';
import { englishLightboxWords } from '../../../src/components/words/english/lightbox.js';
import { englishRegionWords } from '../../../src/components/words/english/regions.js';
import { englishDescribingWords } from '../../../src/components/words/english/describing.js';
import { englishConnectingWords } from '../../../src/components/words/english/connecting.js';
import { englishDictationWords } from '../../../src/components/words/english/dictation.js';
import { englishPopupWords } from '../../../src/components/words/english/popup.js';
import { englishQueueingWords } from '../../../src/components/words/english/queueing.js';
import { englishRegistryWords } from '../../../src/components/words/english/registry.js';
import { englishSendingWords } from '../../../src/components/words/english/sending.js';
import { englishVideoWords } from '../../../src/components/words/english/video.js';
import { englishWaitingWords } from '../../../src/components/words/english/waiting.js';
import {
  conversationErrorCodes,
  imageErrorCodes,
  KitError,
  requestErrorCodes,
} from '../../../src/errors.js';
import type { Problem, ProblemCode } from '../../../src/messages/types.js';

const languages = [
  { name: 'German', words: germanWords, batch: germanBatchWords },
  { name: 'Arabic', words: arabicWords, batch: arabicBatchWords },
];

const problemCodes: Record<ProblemCode, true> = {
  'no-vision': true,
  'role-without-images': true,
  'media-type': true,
  'empty-image': true,
  'image-bytes': true,
  'image-side': true,
  'image-pixels': true,
  'image-too-small': true,
  'image-patches': true,
  'too-many-images': true,
  'request-bytes': true,
  'image-bytes-total': true,
  'context-tokens': true,
  'url-form': true,
  'url-not-reachable': true,
  'unsupported-by-wire': true,
  'file-not-taken': true,
  'empty-message': true,
};
const problem = (code: ProblemCode): Problem => ({ code, severity: 'error', message: 'English.' });

describe.each(languages)('the words in $name', ({ words, batch }) => {
  test('leave no word out', () => {
    // English comes with the parts that load later.
    const {
      adding = {},
      choosing = {},
      pdf = {},
      conversations = {},
      whileWaiting = {},
      answerParts = {},
      lightbox = {},
      regions = {},
      markdown = {},
      describing = {},
      sending = {},
      queueing = {},
      registry = {},
      popup = {},
      dictation = {},
      connecting = {},
      video = {},
      markup: _markup,
      ...first
    } = { markup: undefined, ...words };
    expect(Object.keys(first).toSorted()).toEqual(Object.keys(englishWords).toSorted());
    expect(Object.keys(adding).toSorted()).toEqual(Object.keys(englishAddingWords).toSorted());
    expect(Object.keys(choosing)).toEqual(Object.keys(englishChoosingWords));
    expect(Object.keys(conversations)).toEqual(Object.keys(englishConversationWords));
    expect(Object.keys(pdf)).toEqual(Object.keys(englishPdfWords));
    expect(Object.keys(video)).toEqual(Object.keys(englishVideoWords));
    expect(Object.keys(describing)).toEqual(Object.keys(englishDescribingWords));
    expect(Object.keys(sending)).toEqual(Object.keys(englishSendingWords));
    expect(Object.keys(connecting)).toEqual(Object.keys(englishConnectingWords));
    expect(Object.keys(dictation)).toEqual(Object.keys(englishDictationWords));
    expect(Object.keys(registry)).toEqual(Object.keys(englishRegistryWords));
    expect(Object.keys(popup)).toEqual(Object.keys(englishPopupWords));
    expect(Object.keys(queueing)).toEqual(Object.keys(englishQueueingWords));
    expect(Object.keys(whileWaiting)).toEqual(Object.keys(englishWaitingWords));
    expect(Object.keys(answerParts)).toEqual(Object.keys(englishAnswerPartsWords));
    expect(Object.keys(lightbox)).toEqual(Object.keys(englishLightboxWords));
    expect(Object.keys(regions)).toEqual(Object.keys(englishRegionWords));
    expect(Object.keys(markdown)).toEqual(Object.keys(englishMarkdownWords));
    expect(Object.keys(batch).toSorted()).toEqual(Object.keys(englishBatchWords).toSorted());
  });

  test('say every failure of an image or a request in their own language', () => {
    for (const code of [...imageErrorCodes, ...requestErrorCodes, ...conversationErrorCodes]) {
      const error = new KitError(code, { message: 'English.' });
      expect(words.error(error)).not.toContain('English');
      expect(words.imageFailure(error)).not.toContain('English');
      expect(batch.error(error)).not.toContain('English');
    }
    expect(words.problem(problem('image-side'))).not.toContain('English');
    const named = { ...problem('image-side'), imageIndex: 1, name: 'receipt.jpg' };
    expect(words.problem(named)).toMatch(/2 \(\u2068?receipt\.jpg\u2069?\)/);
    expect(words.problem({ ...problem('file-not-taken'), name: 'list.pdf' })).toContain('list.pdf');
    for (const code of Object.keys(problemCodes) as ProblemCode[]) {
      expect(words.problem({ ...problem(code), imageIndex: 0, name: '#1.png' })).not.toMatch(
        /English|^#|# /,
      );
    }
    expect(
      words.rejection({ code: 'too-many-files', message: 'English.', name: 'a.png' }),
    ).not.toContain('English');
    const link = { code: 'fetch-blocked', message: 'English.', name: '' } as const;
    const sentences = (
      ['not-loaded', 'not-allowed', 'unreachable', 'status', 'timeout'] as const
    ).map((linkFailure) =>
      words.rejection({ ...link, linkFailure, url: 'https://images.example/a.png' }),
    );
    expect(new Set(sentences).size).toBe(5);
    for (const sentence of sentences) expect(sentence).toContain('images.example');
    expect(words.rejection({ ...link, linkFailure: 'not-allowed' })).not.toMatch(/English|#/);
    const causes = [undefined, 'cors', 'policy', 'mixed-content'] as const;
    const unreached = causes.map((blockedBy) =>
      words.error(
        new KitError('unreachable', {
          message: 'English.',
          facts: { host: 'api.example', ...(blockedBy && { blockedBy }) },
        }),
      ),
    );
    expect(new Set(unreached).size).toBe(4);
    expect(unreached.join(' ')).not.toMatch(/English|#/);
    expect(words.storageProblem({ code: 'storage-full', message: 'English.' })).not.toContain(
      'English',
    );
  });

  test("keep the provider's own words, which nobody else has", () => {
    const facts = { providerMessage: 'Unknown model gpt-x' };
    expect(words.error(new KitError('not-found', { message: 'English.', facts }))).toContain(
      'Unknown model gpt-x',
    );
  });

  test('leave a message for developers as it is', () => {
    expect(words.error(new KitError('worker-blocked', { message: 'Allow "worker-src".' }))).toBe(
      'Allow "worker-src".',
    );
  });
});

describe('an image that the browser cannot open', () => {
  const heic = new KitError('unsupported-format', {
    message: 'This browser cannot open HEIC images. Save it as JPEG and add it again.',
    facts: { format: 'image/heic' },
  });
  const svg = new KitError('unsupported-format', {
    message: '',
    facts: { format: 'image/svg+xml' },
  });
  const raw = new KitError('unsupported-format', { message: '', facts: { format: 'camera raw' } });

  test.each([
    { words: englishWords, short: 'cannot open HEIC here; save it as JPEG and add it again' },
    {
      words: germanWords,
      short: 'HEIC lässt sich hier nicht öffnen; bitte als JPEG speichern und neu hinzufügen',
    },
    { words: arabicWords, short: 'لا يمكن فتح HEIC هنا؛ احفظها بصيغة JPEG ثم أضفها من جديد' },
  ])('is named with its format and the remedy: $words.locale', ({ words, short }) => {
    expect(words.imageFailure(heic)).toBe(short);
    expect(words.error(heic)).toMatch(/HEIC.*JPEG/);
    expect(words.imageFailure(svg)).toMatch(/SVG.*PNG/);
    expect(words.imageFailure(raw)).toContain('JPEG');
  });
});

test.each([
  { count: 1, german: '1 Bild hinzugefügt', arabic: 'أُضيفت: صورة واحدة' },
  { count: 2, german: '2 Bilder hinzugefügt', arabic: 'أُضيفت: صورتان' },
  { count: 3, german: '3 Bilder hinzugefügt', arabic: `أُضيفت: ${(3).toLocaleString('ar')} صور` },
  {
    count: 11,
    german: '11 Bilder hinzugefügt',
    arabic: `أُضيفت: ${(11).toLocaleString('ar')} صورة`,
  },
  {
    count: 100,
    german: '100 Bilder hinzugefügt',
    arabic: `أُضيفت: ${(100).toLocaleString('ar')} صورة`,
  },
])('$count images take the form their language has for them', ({ count, german, arabic }) => {
  expect(germanWords.imagesAdded(count)).toBe(german);
  expect(arabicWords.imagesAdded(count)).toBe(arabic);
});

test('numbers are grouped as the language groups them', () => {
  expect(germanWords.tokens(12345)).toBe('12.345 Token');
  expect(germanWords.seconds(2.25)).toBe('2,3 s');
});
