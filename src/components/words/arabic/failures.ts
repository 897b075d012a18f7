import type { KitError, KitErrorCode, KitErrorFacts } from '../../../errors.js';
import type { IntakeRejectionCode } from '../../../intake/rejection.js';
import type { IntakeRejection, LinkFailure } from '../../../intake/rejection.js';
import type { Problem, ProblemCode, ProblemFix } from '../../../messages/types.js';
import type { StorageProblem, StorageProblemCode } from '../../../storage/types.js';
import { hostOf } from '../host-of.js';
import { problemSubject } from '../problem-subject.js';
import { unopenedFormat } from '../unopened-format.js';
import { arabicProxyRefusal } from './proxy-refusals.js';

/** For users of the page: misuse by a developer stays in the developer's language. */
type Failure = Exclude<
  KitErrorCode,
  'invalid-option' | 'worker-blocked' | 'missing-parent' | 'unsupported-by-wire'
>;

const sentences: Record<Failure | Exclude<IntakeRejectionCode, 'refused-by-source'>, string> = {
  'empty-file': 'هذا الملف فارغ. احفظه أو نزّله مرة أخرى ثم أضفه من جديد.',
  'not-an-image': 'هذا الملف ليس صورة. أضف صورة JPEG أو PNG أو WebP أو GIF.',
  'unsupported-format': 'لا يستطيع هذا المتصفح قراءة هذه الصيغة. احفظها بصيغة JPEG أو PNG ثم أضفها.',
  'too-many-bytes': 'هذا الملف كبير جدًا. احفظه بحجم أصغر ثم أضفه.',
  'too-many-pixels': 'عدد بكسلات هذه الصورة كبير جدًا. صغّرها في محرر صور ثم أضفها.',
  truncated: 'هذا الملف مقطوع: جزء من الصورة مفقود. احفظه أو نزّله مرة أخرى ثم أضفه.',
  damaged: 'هذا الملف تالف. افتحه في محرر صور واحفظه ملفًا جديدًا ثم أضفه.',
  'unreadable-file': 'تعذّرت قراءة هذا الملف. اختره مرة أخرى أو حاول مرة أخرى.',
  'decode-timeout': 'استغرقت قراءة هذه الصورة وقتًا طويلًا. احفظها بحجم أصغر ثم أضفها.',
  'canvas-failed': 'ذاكرة هذا الجهاز لا تكفي. أغلق علامات تبويب أخرى ثم حاول مرة أخرى.',
  'too-many-files': 'لا مكان لهذه الصورة. أرسل ما لديك أولًا أو أزل صورة.',
  'not-expanded': 'تعذّر إنشاء صور من هذا الملف. احفظه مرة أخرى أو بصيغة أخرى ثم أضفه.',
  'text-too-long': 'هذا النص طويل جدًا. أضف الجزء المهم منه فقط.',
  'not-text':
    'تعذّرت قراءة هذا الملف نصًا، مع أن اسمه أو نوعه يدل على ذلك. احفظه نصًا بترميز UTF-8 ثم أضفه.',
  'damaged-pdf': 'ملف PDF هذا تالف. افتحه في قارئ PDF واحفظه من جديد ثم أضفه.',
  'empty-pdf': 'لا يحتوي ملف PDF هذا على صفحات. صدّره من جديد ثم أضفه.',
  'locked-pdf': 'ملف PDF هذا محمي ولا يمكن فتحه هنا. احفظه بلا حماية ثم أضفه.',
  'pdf-timeout':
    'استغرقت قراءة ملف PDF هذا وقتًا طويلًا. احفظ الصفحات المطلوبة في ملف أصغر أو صورًا ثم أضفها.',
  'no-video-track': 'هذا الملف يحتوي على صوت فقط، بلا صور. أضف فيديو أو صورة.',
  'unsupported-video':
    'لا يستطيع هذا المتصفح تشغيل هذا الفيديو. حوّله إلى MP4 بترميز H.264 أو إلى WebM ثم أضفه، أو أضف لقطة شاشة للحظة التي تقصدها.',
  'damaged-video':
    'هذا الفيديو تالف أو جزء منه مفقود. نزّله أو احفظه مرة أخرى ثم أضفه، أو أضف لقطة شاشة للحظة التي تقصدها.',
  'empty-video': 'هذا الفيديو فارغ: لا مدة له. سجّله مرة أخرى.',
  'video-timeout':
    'استغرقت قراءة هذا الفيديو وقتًا طويلًا. حاول مرة أخرى أو أضف فيديو أقصر، أو لقطة شاشة للحظة التي تقصدها.',
  'type-not-accepted': 'لا تُقبل هنا صور من هذا النوع.',
  'fetch-blocked': 'تعذّر نسخ الصورة من هذا الموقع. احفظ الصورة ثم أضف الملف.',
  'bad-link': 'هذا ليس عنوان صورة. يبدأ العنوان بـ https:// ويؤدي إلى صورة، لا إلى صفحة.',
  'camera-refused':
    'لا يُسمح لهذه الصفحة باستخدام الكاميرا. اسمح بها بجانب العنوان أو في إعدادات المتصفح ثم حاول مرة أخرى، أو اختر صورة.',
  'camera-missing': 'لم يُعثر على كاميرا. صِل كاميرا ثم حاول مرة أخرى، أو اختر صورة.',
  'camera-busy':
    'لا تعطي الكاميرا صورة: ربما يستخدمها برنامج آخر أو علامة تبويب أخرى. أغلقه ثم حاول مرة أخرى.',
  'screen-refused':
    'لا يسمح النظام للمتصفح برؤية الشاشة. اسمح له بتسجيل الشاشة في إعدادات الخصوصية ثم حاول مرة أخرى.',
  'screen-failed': 'لم تعطِ الشاشة صورة. جرّب نافذة أخرى، أو التقط الشاشة بمفاتيح النظام ثم ألصقها.',
  'clipboard-refused':
    'لا يُسمح لهذه الصفحة بقراءة الحافظة. اسمح بذلك في المتصفح، أو ألصق في النص بـ Ctrl+V أو ⌘V.',
  'clipboard-empty': 'لا توجد صورة في الحافظة. انسخ صورة أولًا ثم ألصق.',
  offline: 'لا يوجد اتصال بالإنترنت. حاول مرة أخرى عند عودته.',
  unreachable: 'تعذّر الوصول إلى الخادم. تحقّق من العنوان وحاول مرة أخرى.',
  'key-refused': 'لم يُقبل المفتاح أو تسجيل الدخول. تحقّق من المفتاح أو سجّل الدخول من جديد.',
  forbidden: 'هذا غير مسموح به بهذا المفتاح. تحقّق من صلاحياته.',
  'content-filter':
    'رفض مرشّح لدى المزوّد هذه الرسالة. غيّر صياغتها أو اترك الصورة التي قد يتعلق الأمر بها.',
  'not-found': 'النموذج أو العنوان غير موجود هناك. تحقّق منهما.',
  'bad-request': 'رُفض الطلب.',
  'request-too-large': 'الطلب كبير جدًا. أزل بعض الصور أو صغّرها.',
  'rate-limited': 'الطلبات كثيرة الآن. انتظر قليلًا ثم أرسل مرة أخرى.',
  'quota-exceeded': 'نفد الرصيد أو الحصة. تحقّق من الحساب.',
  overloaded: 'مزوّد الخدمة مثقل. انتظر قليلًا ثم حاول مرة أخرى.',
  'server-error': 'حدث خطأ لدى مزوّد الخدمة. حاول مرة أخرى.',
  'provider-error': 'أنهى مزوّد الخدمة الإجابة بخطأ. حاول مرة أخرى.',
  'bad-response': 'ردّ الخادم بما ليس إجابة. تحقّق من العنوان وحاول مرة أخرى.',
  incomplete: 'انتهت الإجابة قبل أن تكتمل. حاول مرة أخرى.',
  'first-byte-timeout': 'لم يردّ الخادم في الوقت المحدد. حاول مرة أخرى.',
  stalled: 'توقفت الإجابة. حاول مرة أخرى.',
  'total-timeout': 'استغرقت الإجابة وقتًا طويلًا. حاول مرة أخرى.',
  busy: 'ما زالت إجابة قيد الإنشاء. انتظرها أو أوقفها ثم أرسل مرة أخرى.',
  'nothing-to-send': 'لا يوجد ما يُرسل. اكتب شيئًا أو أضف صورة.',
  'message-gone': 'لم تعد هذه الرسالة موجودة. اكتب السؤال من جديد وأرسله.',
  unexpected: 'تعذّر تجهيز الطلب. حاول مرة أخرى أو ابدأ محادثة جديدة.',
  'description-failed':
    'هذا النموذج يقرأ النص فقط، وتعذّر وصف الصور له. لم يُرسل شيء. حاول مرة أخرى أو اختر نموذجًا يرى الصور.',
  aborted: 'أُلغي. حاول مرة أخرى.',
};

const short: Partial<Record<KitErrorCode, string>> = {
  'empty-file': 'الملف فارغ',
  'not-an-image': 'ليس صورة',
  'unsupported-format': 'لا يمكن فتحها هنا؛ احفظها بصيغة JPEG ثم أضفها من جديد',
  'too-many-bytes': 'الملف كبير جدًا؛ احفظه بحجم أصغر',
  'too-many-pixels': 'بكسلات كثيرة جدًا؛ احفظها بحجم أصغر',
  truncated: 'الملف مقطوع؛ احفظه أو نزّله مرة أخرى',
  damaged: 'الملف تالف',
  'unreadable-file': 'تعذّرت قراءة الملف',
  'decode-timeout': 'استغرقت القراءة وقتًا طويلًا',
  'canvas-failed': 'ذاكرة الجهاز لا تكفي',
};

const captions: Partial<Record<KitErrorCode, string>> = {
  'empty-file': 'ملف فارغ',
  'not-an-image': 'ليس صورة',
  'unsupported-format': 'لا يمكن فتحها',
  'too-many-bytes': 'الملف كبير جدًا',
  'too-many-pixels': 'الصورة كبيرة جدًا',
  truncated: 'مقطوعة',
  damaged: 'ملف تالف',
  'unreadable-file': 'تعذّرت قراءتها',
  'decode-timeout': 'بطيئة جدًا',
  'canvas-failed': 'الذاكرة لا تكفي',
  unreachable: 'تعذّر التحميل',
  offline: 'لا اتصال',
};

/** `#` stands for the image or file. */
const problems: Record<ProblemCode, string> = {
  'no-vision':
    'هذا النموذج يقرأ النص فقط. اختر نموذجًا يرى الصور أو أرسل النص وحده؛ وتبقى الصور في مكانها.',
  'role-without-images': '# في رسالة لا يجوز أن تحمل صورًا.',
  'media-type': 'صيغة # لا يقبلها هذا النموذج.',
  'empty-image': '# فارغة. أزلها وأضفها من جديد.',
  'image-bytes': 'حجم # كبير جدًا. صغّرها.',
  'image-side': 'الضلع الأطول في # طويل جدًا. صغّرها.',
  'image-pixels': 'عدد بكسلات # كبير جدًا. صغّرها.',
  'image-too-small': '# أصغر أو أضيق مما يقبله النموذج. كبّرها أو أضف حولها هامشًا.',
  'image-patches': '# كبيرة جدًا بهذه الدقة. صغّرها أو اختر «high».',
  'too-many-images': 'في المحادثة صور كثيرة جدًا. اترك القديمة أو أزل بعضها.',
  'request-bytes': 'الطلب كبير جدًا. اترك الصور القديمة أو أزل بعضها.',
  'image-bytes-total': 'حجم الصور معًا كبير جدًا. اترك القديمة أو صغّر بعضها.',
  'context-tokens': 'المحادثة طويلة جدًا على هذا النموذج. اترك القديم منها.',
  'url-form': 'لا يمكن إرسال عنوان # بهذا الشكل. نزّل الصورة وأضف الملف.',
  'url-not-reachable': '# في عنوان لا تصله إلا هذه الشبكة. أرسل الصورة نفسها.',
  'unsupported-by-wire':
    'لا يمكن إرسال # إلى هذا المزوّد بهذه الطريقة. أضف الملف نفسه أو اختر اتصالًا آخر.',
  'file-not-taken': 'لا يمكن إرسال # إلى هذا المزوّد. أرسل الرسالة من دونه أو اختر اتصالًا آخر.',
  'empty-message': 'الرسالة فارغة. اكتب شيئًا أو أضف صورة.',
};

const fixes: Partial<Record<ProblemFix, string>> = {
  shrink: 'تصغير',
  enlarge: 'تكبير',
  convert: 'تحويل',
  remove: 'إزالة الصورة',
  'drop-oldest': 'ترك الصور القديمة',
  'leave-out-images': 'إرسال النص وحده',
};

const storageProblems: Record<StorageProblemCode, string> = {
  'storage-newer':
    'حفظ إصدار أحدث من هذه الصفحة هنا شيئًا لا يستطيع هذا الإصدار قراءته. أعد تحميل الصفحة لتراه؛ وحتى ذلك الحين لا يُحفظ ما تكتبه هنا. الإرسال يعمل كالمعتاد.',
  'storage-unavailable':
    'لا يسمح هذا المتصفح للصفحة بحفظ أي شيء، فيضيع ما تكتبه عند إعادة تحميلها. الإرسال يعمل كالمعتاد.',
  'storage-full':
    'لم تعد في هذا المتصفح مساحة لحفظ كل الصور، فيضيع بعضها عند إعادة التحميل. الإرسال يعمل كالمعتاد.',
  'nothing-kept':
    'لم تعد في هذا المتصفح مساحة، فلا يُحفظ ما تكتبه هنا ويضيع عند إعادة التحميل. انسخ ما تحتاج إليه، ثم احذف محادثات أو ملفات من هذا الجهاز. الإرسال يعمل كالمعتاد.',
  'image-too-large':
    'إحدى الصور أكبر من أن تُحفظ في هذا المتصفح، فتضيع عند إعادة التحميل. الإرسال يعمل كالمعتاد.',
  'image-not-kept':
    'تعذّر حفظ إحدى الصور في هذا المتصفح، فتضيع عند إعادة التحميل. الإرسال يعمل كالمعتاد.',
};

export const arabicStorageProblem = ({ code }: StorageProblem): string => storageProblems[code];

/** `#` stands for the host. */
const blockedServers: Record<NonNullable<KitErrorFacts['blockedBy']>, string> = {
  cors: '# متاح، لكن المتصفح حجب ردّه. الأرجح أن الخادم لا يسمح بطلبات هذه الصفحة (CORS). اسمح بها على الخادم أو أرسل عبر خادمك الخاص.',
  policy:
    'تمنع سياسة أمان هذه الصفحة (CSP) الاتصال بـ #. لم يُرسل شيء. أضف العنوان إلى connect-src فيها.',
  'mixed-content':
    'تعذّر الوصول إلى #: لا تستطيع صفحة https طلب عنوان http. استعمل عنوان https أو خادمك الخاص.',
};

/** The app's own policy says in its own words why it objected. */
function refusalOf(proxyCode: string, { code, message, facts }: KitError): string {
  const isPolicy = proxyCode === 'refused-by-policy';
  const known =
    isPolicy && code === 'overloaded' ? sentences.overloaded : arabicProxyRefusal(proxyCode);
  return known ?? facts.providerMessage ?? message;
}

export const arabicError = (error: KitError): string => {
  const { code, message, facts } = error;
  // The wire format of an unreadable answer.
  if (code === 'bad-response' && facts.format) {
    return `هذا الخادم يستعمل صيغة أخرى: ${facts.format}. اختر هذه الصيغة في الاتصال.`;
  }
  if (code === 'unreachable' && facts.blockedBy) {
    return blockedServers[facts.blockedBy].replace('#', () => siteOf(facts.host));
  }
  if (facts.proxyCode !== undefined) return refusalOf(facts.proxyCode, error);
  const unopened = unopenedFormat(error);
  const known = code in sentences ? sentences[code as Failure] : message;
  const sentence = unopened ? known.replace('هذه الصيغة', `صيغة ${unopened.format}`) : known;
  return facts.providerMessage ? `${sentence} يقول المزوّد: ${facts.providerMessage}` : sentence;
};

export function arabicImageFailure(error: KitError): string {
  const unopened = unopenedFormat(error);
  return unopened
    ? `لا يمكن فتح ${unopened.format} هنا؛ احفظها بصيغة ${unopened.remedy} ثم أضفها من جديد`
    : (short[error.code] ?? arabicError(error));
}

export function arabicFailureCaption(error: KitError): string {
  const unopened = unopenedFormat(error);
  return unopened ? `لا يمكن فتح ${unopened.format}` : (captions[error.code] ?? 'تعذّرت');
}

const SAVE_FIRST = 'احفظ الصورة ثم أضف الملف.';

/** `#` stands for the host. */
const linkFailures: Record<LinkFailure, string> = {
  'not-loaded': `هذا رابط لصورة على # وليس الصورة نفسها. ${SAVE_FIRST}`,
  'not-allowed': `لا يسمح # بنسخ صوره. ${SAVE_FIRST}`,
  unreachable: 'تعذّر الوصول إلى #. تحقّق من العنوان والاتصال، أو أضف الصورة ملفًا.',
  status: `ردّ # بخطأ بدلًا من الصورة. ${SAVE_FIRST}`,
  timeout: `استغرق # وقتًا طويلًا في إرسال الصورة. ${SAVE_FIRST}`,
};

export const arabicRejection = ({ code, message, linkFailure, url }: IntakeRejection): string => {
  if (code === 'refused-by-source') return message;
  return linkFailure
    ? linkFailures[linkFailure].replace('#', () => siteOf(hostOf(url ?? '')))
    : sentences[code];
};

/** A name in another script must not reorder the sentence. */
const isolated = (name: string): string => `\u2068${name}\u2069`;

const siteOf = (host = ''): string => (host === '' ? 'الموقع الآخر' : isolated(host));

function subjectOf(problem: Problem): string {
  const { number, name } = problemSubject(problem);
  if (problem.code === 'file-not-taken') {
    return name === '' ? 'أحد الملفات' : `الملف «${isolated(name)}»`;
  }
  if (number === undefined) return 'هذه الصورة';
  return name === '' ? `الصورة ${number}` : `الصورة ${number} (${isolated(name)})`;
}

export const arabicProblem = (problem: Problem): string => {
  const { code, isFixedOnSend, severity } = problem;
  if (code === 'no-vision' && isFixedOnSend) {
    return 'هذا النموذج يقرأ النص فقط. سيصف نموذج آخر الصور عند الإرسال، وتُرسل الأوصاف مكانها. يُعرف السعر بعد ذلك.';
  }
  const isOpen = code === 'file-not-taken' && severity === 'warning';
  const sentence = isOpen
    ? 'قد لا يصل # إلى هذا النموذج.'
    : (audioSentence(problem) ?? problems[code]);
  return sentence.replace('#', () => subjectOf(problem));
};

function audioSentence({ audioFormats }: Problem): string | undefined {
  if (!audioFormats) return undefined;
  return audioFormats.length === 0
    ? 'لا يمكن إرسال #: هذا المزوّد لا يقبل الصوت. أرسل الرسالة من دونه أو اختر اتصالًا آخر.'
    : `لا يمكن إرسال #: هذا المزوّد لا يقبل الصوت إلا بصيغة ${audioFormats.join(' أو ')}. حوّله أو أرسل الرسالة من دونه.`;
}

export const arabicFix = (fix: ProblemFix): string | undefined => fixes[fix];
