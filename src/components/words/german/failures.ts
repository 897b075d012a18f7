import type { KitError, KitErrorCode, KitErrorFacts } from '../../../errors.js';
import type { IntakeRejectionCode } from '../../../intake/rejection.js';
import type { IntakeRejection, LinkFailure } from '../../../intake/rejection.js';
import type { Problem, ProblemCode, ProblemFix } from '../../../messages/types.js';
import type { StorageProblem, StorageProblemCode } from '../../../storage/types.js';
import { hostOf } from '../host-of.js';
import { problemSubject } from '../problem-subject.js';
import { unopenedFormat } from '../unopened-format.js';
import { germanProxyRefusal } from './proxy-refusals.js';

/** For users of the page: misuse by a developer stays in the developer's language. */
type Failure = Exclude<
  KitErrorCode,
  'invalid-option' | 'worker-blocked' | 'missing-parent' | 'unsupported-by-wire'
>;

const sentences: Record<Failure | Exclude<IntakeRejectionCode, 'refused-by-source'>, string> = {
  'empty-file': 'Diese Datei ist leer. Bitte noch einmal speichern oder laden und neu hinzufügen.',
  'not-an-image': 'Diese Datei ist kein Bild. Bitte ein JPEG, PNG, WebP oder GIF hinzufügen.',
  'unsupported-format':
    'Dieses Format kann dieser Browser nicht öffnen. Bitte als JPEG oder PNG speichern und neu hinzufügen.',
  'too-many-bytes': 'Diese Datei ist zu groß. Bitte kleiner speichern und neu hinzufügen.',
  'too-many-pixels':
    'Dieses Bild hat zu viele Bildpunkte. Bitte in einem Bildprogramm verkleinern und neu hinzufügen.',
  truncated:
    'Diese Datei ist unvollständig: Ein Teil des Bildes fehlt. Bitte noch einmal speichern oder laden.',
  damaged:
    'Diese Datei ist beschädigt. Bitte in einem Bildprogramm öffnen, neu speichern und diese Datei hinzufügen.',
  'unreadable-file':
    'Diese Datei konnte nicht gelesen werden. Bitte noch einmal auswählen oder noch einmal versuchen.',
  'decode-timeout':
    'Dieses Bild zu lesen dauerte zu lange. Bitte kleiner speichern und neu hinzufügen.',
  'canvas-failed':
    'Diesem Gerät reicht der Speicher nicht. Bitte andere Tabs schließen und es noch einmal versuchen.',
  'too-many-files':
    'Für dieses Bild ist kein Platz mehr. Bitte erst senden, was da ist, oder eines entfernen.',
  'not-expanded':
    'Aus dieser Datei ließen sich keine Bilder machen. Bitte noch einmal oder in einem anderen Format speichern und neu hinzufügen.',
  'text-too-long': 'Dieser Text ist zu lang. Bitte nur den Teil hinzufügen, um den es geht.',
  'not-text':
    'Diese Datei lässt sich nicht als Text lesen, obwohl ihr Name oder Typ das sagt. Bitte als Text in UTF-8 speichern und neu hinzufügen.',
  'damaged-pdf':
    'Dieses PDF ist beschädigt. Bitte in einem PDF-Programm öffnen, neu speichern und dieses hinzufügen.',
  'empty-pdf': 'Dieses PDF hat keine Seiten. Bitte noch einmal exportieren und neu hinzufügen.',
  'locked-pdf':
    'Dieses PDF ist geschützt und lässt sich hier nicht öffnen. Bitte ohne Schutz speichern und neu hinzufügen.',
  'pdf-timeout':
    'Dieses PDF zu lesen dauerte zu lange. Bitte die gemeinten Seiten als kleineres PDF oder als Bilder speichern und hinzufügen.',
  'no-video-track':
    'Diese Datei enthält nur Ton und keine Bilder. Bitte ein Video oder ein Bild hinzufügen.',
  'unsupported-video':
    'Dieses Video kann dieser Browser nicht abspielen. Bitte in MP4 mit H.264 oder in WebM umwandeln und neu hinzufügen, oder ein Bildschirmfoto der gemeinten Stelle.',
  'damaged-video':
    'Dieses Video ist beschädigt, oder ein Teil davon fehlt. Bitte noch einmal laden oder speichern und neu hinzufügen, oder ein Bildschirmfoto der gemeinten Stelle.',
  'empty-video': 'Dieses Video ist leer: Es hat keine Länge. Bitte noch einmal aufnehmen.',
  'video-timeout':
    'Dieses Video zu lesen dauerte zu lange. Bitte noch einmal versuchen, ein kürzeres hinzufügen oder ein Bildschirmfoto der gemeinten Stelle.',
  'type-not-accepted': 'Bilder dieser Art werden hier nicht angenommen.',
  'fetch-blocked':
    'Das Bild ließ sich von dieser Seite nicht kopieren. Bitte das Bild speichern und die Datei hinzufügen.',
  'bad-link':
    'Das ist keine URL eines Bildes. Eine solche URL beginnt mit https:// und führt zum Bild selbst, nicht zu einer Seite.',
  'camera-refused':
    'Diese Seite darf die Kamera nicht benutzen. Bitte neben der Adresse oder in den Einstellungen des Browsers erlauben und noch einmal versuchen, oder ein Foto auswählen.',
  'camera-missing':
    'Es wurde keine Kamera gefunden. Bitte eine anschließen und noch einmal versuchen, oder ein Foto auswählen.',
  'camera-busy':
    'Die Kamera liefert kein Bild: Vielleicht benutzt sie ein anderes Programm oder ein anderer Tab. Bitte dort schließen und noch einmal versuchen.',
  'screen-refused':
    'Das System lässt den Browser den Bildschirm nicht sehen. Bitte die Bildschirmaufnahme in den Einstellungen zum Datenschutz erlauben und noch einmal versuchen.',
  'screen-failed':
    'Der Bildschirm lieferte kein Bild. Bitte ein anderes Fenster versuchen, oder ein Bildschirmfoto mit den Tasten des Systems aufnehmen und einfügen.',
  'clipboard-refused':
    'Diese Seite darf die Zwischenablage nicht lesen. Bitte im Browser erlauben, oder mit Strg+V oder ⌘V in das Textfeld einfügen.',
  'clipboard-empty': 'In der Zwischenablage ist kein Bild. Bitte zuerst eines kopieren.',
  offline: 'Keine Verbindung zum Internet. Sobald sie wieder da ist, noch einmal versuchen.',
  unreachable:
    'Der Server ist nicht erreichbar. Bitte die Adresse prüfen und noch einmal versuchen.',
  'key-refused':
    'Schlüssel oder Anmeldung wurden nicht angenommen. Bitte den Schlüssel prüfen oder neu anmelden.',
  forbidden: 'Das ist mit diesem Schlüssel nicht erlaubt. Bitte seine Rechte prüfen.',
  'content-filter':
    'Ein Filter des Anbieters hat die Nachricht abgelehnt. Bitte anders formulieren oder das Bild weglassen, um das es gehen kann.',
  'not-found': 'Das Modell oder die Adresse gibt es dort nicht. Bitte beides prüfen.',
  'bad-request': 'Die Anfrage wurde abgelehnt.',
  'request-too-large': 'Die Anfrage ist zu groß. Bitte Bilder entfernen oder verkleinern.',
  'rate-limited': 'Zurzeit zu viele Anfragen. Bitte ein wenig warten und noch einmal senden.',
  'quota-exceeded': 'Das Guthaben oder Kontingent ist aufgebraucht. Bitte das Konto prüfen.',
  overloaded: 'Der Anbieter ist überlastet. Bitte ein wenig warten und noch einmal versuchen.',
  'server-error': 'Beim Anbieter ist ein Fehler aufgetreten. Bitte noch einmal versuchen.',
  'provider-error':
    'Der Anbieter hat die Antwort mit einem Fehler beendet. Bitte noch einmal versuchen.',
  'bad-response':
    'Der Server hat etwas geantwortet, das keine Antwort ist. Bitte die Adresse prüfen und noch einmal versuchen.',
  incomplete: 'Die Antwort endete, bevor sie vollständig war. Bitte noch einmal versuchen.',
  'first-byte-timeout': 'Der Server hat zu lange nicht geantwortet. Bitte noch einmal versuchen.',
  stalled: 'Die Antwort blieb stehen. Bitte noch einmal versuchen.',
  'total-timeout': 'Die Antwort dauerte zu lange. Bitte noch einmal versuchen.',
  busy: 'Es läuft noch eine Antwort. Bitte darauf warten oder sie anhalten, dann noch einmal senden.',
  'nothing-to-send': 'Es gibt nichts zu senden. Bitte etwas schreiben oder ein Bild hinzufügen.',
  'message-gone':
    'Diese Nachricht gibt es nicht mehr. Bitte die Frage noch einmal schreiben und senden.',
  unexpected:
    'Die Anfrage ließ sich nicht zusammenstellen. Bitte noch einmal versuchen oder einen neuen Chat beginnen.',
  'description-failed':
    'Dieses Modell liest nur Text, und die Bilder konnten nicht für es beschrieben werden. Es wurde nichts gesendet. Bitte noch einmal versuchen, oder ein Modell wählen, das sehen kann.',
  aborted: 'Abgebrochen. Bitte noch einmal versuchen.',
};

const short: Partial<Record<KitErrorCode, string>> = {
  'empty-file': 'die Datei ist leer',
  'not-an-image': 'kein Bild',
  'unsupported-format': 'lässt sich hier nicht öffnen; bitte als JPEG speichern und neu hinzufügen',
  'too-many-bytes': 'die Datei ist zu groß; bitte kleiner speichern',
  'too-many-pixels': 'zu viele Bildpunkte; bitte kleiner speichern',
  truncated: 'die Datei ist unvollständig; bitte neu speichern oder herunterladen',
  damaged: 'die Datei ist beschädigt',
  'unreadable-file': 'die Datei konnte nicht gelesen werden',
  'decode-timeout': 'das Lesen dauerte zu lange',
  'canvas-failed': 'der Speicher des Geräts reicht nicht',
};

const captions: Partial<Record<KitErrorCode, string>> = {
  'empty-file': 'Leere Datei',
  'not-an-image': 'Kein Bild',
  'unsupported-format': 'Nicht zu öffnen',
  'too-many-bytes': 'Datei zu groß',
  'too-many-pixels': 'Bild zu groß',
  truncated: 'Unvollständig',
  damaged: 'Beschädigt',
  'unreadable-file': 'Nicht lesbar',
  'decode-timeout': 'Zu langsam',
  'canvas-failed': 'Speicher zu knapp',
  unreachable: 'Nicht geladen',
  offline: 'Offline',
};

/** `#` stands for the image or file. */
const problems: Record<ProblemCode, string> = {
  'no-vision':
    'Dieses Modell liest nur Text. Bitte eines wählen, das sehen kann, oder nur den Text senden; die Bilder bleiben.',
  'role-without-images': '# steht in einer Nachricht, die keine Bilder tragen darf.',
  'media-type': '# hat ein Format, das dieses Modell nicht nimmt.',
  'empty-image': '# ist leer. Bitte entfernen und neu hinzufügen.',
  'image-bytes': '# hat zu viele Bytes. Bitte verkleinern.',
  'image-side': '# ist an der längeren Seite zu lang. Bitte verkleinern.',
  'image-pixels': '# hat zu viele Bildpunkte. Bitte verkleinern.',
  'image-too-small':
    '# ist für das Modell zu klein oder zu schmal. Bitte vergrößern oder mit einem Rand versehen.',
  'image-patches': '# ist in dieser Genauigkeit zu groß. Bitte verkleinern oder „high“ wählen.',
  'too-many-images':
    'Der Chat enthält zu viele Bilder. Bitte ältere weglassen oder einige entfernen.',
  'request-bytes': 'Die Anfrage ist zu groß. Bitte ältere Bilder weglassen oder einige entfernen.',
  'image-bytes-total':
    'Die Bilder sind zusammen zu groß. Bitte ältere weglassen oder einige verkleinern.',
  'context-tokens': 'Der Chat ist für dieses Modell zu lang. Bitte älteres weglassen.',
  'url-form':
    '# hat eine Adresse, die so nicht gesendet werden kann. Bitte das Bild herunterladen und die Datei hinzufügen.',
  'url-not-reachable':
    '# liegt an einer Adresse, die nur dieses Netz erreicht. Bitte das Bild selbst senden.',
  'unsupported-by-wire':
    '# kann so an diesen Anbieter nicht gesendet werden. Bitte die Datei hinzufügen oder eine andere Verbindung wählen.',
  'file-not-taken':
    '# kann an diesen Anbieter nicht gesendet werden. Bitte ohne sie senden oder eine andere Verbindung wählen.',
  'empty-message': 'Die Nachricht ist leer. Bitte etwas schreiben oder ein Bild hinzufügen.',
};

const fixes: Partial<Record<ProblemFix, string>> = {
  shrink: 'Verkleinern',
  enlarge: 'Vergrößern',
  convert: 'Umwandeln',
  remove: 'Bild entfernen',
  'drop-oldest': 'Ältere Bilder weglassen',
  'leave-out-images': 'Nur den Text senden',
};

const storageProblems: Record<StorageProblemCode, string> = {
  'storage-newer':
    'Eine neuere Version dieser Seite hat hier etwas aufbewahrt, das diese nicht lesen kann. Mit dem Neuladen der Seite ist es da; bis dahin wird nicht aufbewahrt, was hier geschrieben wird. Senden geht wie gewohnt.',
  'storage-unavailable':
    'Dieser Browser lässt die Seite nichts aufbewahren: Was hier geschrieben wird, ist nach dem Neuladen weg. Senden geht wie gewohnt.',
  'storage-full':
    'In diesem Browser ist kein Platz mehr für alle Bilder: Einige sind nach dem Neuladen weg. Senden geht wie gewohnt.',
  'nothing-kept':
    'In diesem Browser ist kein Platz mehr: Was hier geschrieben wird, wird nicht aufbewahrt und ist nach dem Neuladen weg. Bitte Wichtiges kopieren und dann Chats oder Dateien auf diesem Gerät löschen. Senden geht wie gewohnt.',
  'image-too-large':
    'Ein Bild ist zu groß, um in diesem Browser aufbewahrt zu werden: Nach dem Neuladen ist es weg. Senden geht wie gewohnt.',
  'image-not-kept':
    'Ein Bild konnte in diesem Browser nicht aufbewahrt werden: Nach dem Neuladen ist es weg. Senden geht wie gewohnt.',
};

export const germanStorageProblem = ({ code }: StorageProblem): string => storageProblems[code];

/** `#` stands for the host. */
const blockedServers: Record<NonNullable<KitErrorFacts['blockedBy']>, string> = {
  cors: '# ist erreichbar, aber der Browser hat die Antwort blockiert. Vermutlich erlaubt der Server dieser Seite keine Anfragen (CORS). Bitte sie dort erlauben oder über ein eigenes Backend senden.',
  policy:
    'Die Sicherheitsrichtlinie dieser Seite (CSP) verbietet Verbindungen zu #. Es wurde nichts gesendet. Bitte die Adresse dort in connect-src aufnehmen.',
  'mixed-content':
    '# ist nicht erreichbar: Eine Seite mit https darf keine Adresse mit http abrufen. Bitte eine Adresse mit https oder ein eigenes Backend verwenden.',
};

/** The app's own policy says in its own words why it objected. */
function refusalOf(proxyCode: string, { code, message, facts }: KitError): string {
  const isPolicy = proxyCode === 'refused-by-policy';
  const known =
    isPolicy && code === 'overloaded' ? sentences.overloaded : germanProxyRefusal(proxyCode);
  return known ?? facts.providerMessage ?? message;
}

export const germanError = (error: KitError): string => {
  const { code, message, facts } = error;
  // The wire format of an unreadable answer.
  if (code === 'bad-response' && facts.format) {
    return `Dieser Server spricht ein anderes Format: ${facts.format}. Bitte in der Verbindung dieses wählen.`;
  }
  if (code === 'unreachable' && facts.blockedBy) {
    return blockedServers[facts.blockedBy].replace('#', () => facts.host ?? 'Der Server');
  }
  if (facts.proxyCode !== undefined) return refusalOf(facts.proxyCode, error);
  const unopened = unopenedFormat(error);
  const known = code in sentences ? sentences[code as Failure] : message;
  const sentence = unopened ? known.replace('Dieses Format', unopened.format) : known;
  return facts.providerMessage
    ? `${sentence} Der Anbieter sagt: ${facts.providerMessage}`
    : sentence;
};

export function germanImageFailure(error: KitError): string {
  const unopened = unopenedFormat(error);
  return unopened
    ? `${unopened.format} lässt sich hier nicht öffnen; bitte als ${unopened.remedy} speichern und neu hinzufügen`
    : (short[error.code] ?? germanError(error));
}

export function germanFailureCaption(error: KitError): string {
  const unopened = unopenedFormat(error);
  return unopened
    ? `${unopened.format} nicht zu öffnen`
    : (captions[error.code] ?? 'Fehlgeschlagen');
}

const SAVE_FIRST = 'Bitte das Bild speichern und die Datei hinzufügen.';

/** `#` stands for the host. */
const linkFailures: Record<LinkFailure, string> = {
  'not-loaded': `Das ist nur ein Link zu einem Bild auf # und nicht das Bild selbst. ${SAVE_FIRST}`,
  'not-allowed': `# lässt seine Bilder nicht kopieren. ${SAVE_FIRST}`,
  unreachable:
    '# ist nicht erreichbar. Bitte die Adresse und die Verbindung prüfen oder das Bild als Datei hinzufügen.',
  status: `# antwortet mit einem Fehler statt mit dem Bild. ${SAVE_FIRST}`,
  timeout: `# hat zu lange gebraucht, um das Bild zu senden. ${SAVE_FIRST}`,
};

export const germanRejection = ({ code, message, linkFailure, url }: IntakeRejection): string => {
  if (code === 'refused-by-source') return message;
  return linkFailure
    ? linkFailures[linkFailure].replace('#', () => hostOf(url ?? '') || 'Die andere Seite')
    : sentences[code];
};

function subjectOf(problem: Problem): string {
  const { number, name } = problemSubject(problem);
  if (problem.code === 'file-not-taken') return name === '' ? 'Eine Datei' : `Die Datei „${name}“`;
  if (number === undefined) return 'Dieses Bild';
  return name === '' ? `Bild ${number}` : `Bild ${number} (${name})`;
}

export const germanProblem = (problem: Problem): string => {
  const { code, isFixedOnSend, severity } = problem;
  if (code === 'no-vision' && isFixedOnSend) {
    return 'Dieses Modell liest nur Text. Die Bilder werden beim Senden von einem anderen Modell beschrieben, und die Beschreibungen an ihrer Stelle gesendet. Der Preis ist erst danach bekannt.';
  }
  const isOpen = code === 'file-not-taken' && severity === 'warning';
  const sentence = isOpen
    ? '# kommt bei diesem Modell vielleicht nicht an.'
    : (audioSentence(problem) ?? problems[code]);
  return sentence.replace('#', () => subjectOf(problem));
};

function audioSentence({ audioFormats }: Problem): string | undefined {
  if (!audioFormats) return undefined;
  return audioFormats.length === 0
    ? '# kann nicht gesendet werden: Dieser Anbieter nimmt keine Tonaufnahmen an. Bitte ohne sie senden oder eine andere Verbindung wählen.'
    : `# kann nicht gesendet werden: Dieser Anbieter nimmt Tonaufnahmen nur als ${audioFormats.join(' oder ')} an. Bitte umwandeln oder ohne sie senden.`;
}

export const germanFix = (fix: ProblemFix): string | undefined => fixes[fix];
