/** What the kit's own proxy says, by its code. A code that is missing has words of the app's own. */
const sentences: Readonly<Record<string, string>> = {
  'not-configured':
    'Dieser Server hat keinen Schlüssel für das Modell. Bitte der Person melden, die diese App betreibt.',
  'key-refused':
    'Der Server konnte sich beim Modell nicht anmelden. Bitte der Person melden, die diese App betreibt.',
  'origin-not-allowed':
    'Diese Seite darf diesen Server nicht benutzen. Soll sie es dürfen, gehört ihre Adresse in allowedOrigins.',
  'model-not-allowed': 'Dieser Server bietet das Modell nicht an. Bitte ein anderes wählen.',
  'system-not-allowed':
    'Dieser Server gibt dem Modell eigene Anweisungen und nimmt keine anderen an.',
  'unknown-path':
    'Der Server beantwortet diese Adresse nicht. Bitte die Adresse in der Verbindung prüfen.',
  'route-not-enabled': 'Das beantwortet dieser Server nicht: Es ist dort nicht eingeschaltet.',
  'method-not-allowed': 'Dieser Server beantwortet hier nur einen Chat.',
  'not-json': 'Dieser Server nimmt nur Anfragen in JSON an, ohne Kompression.',
  'not-a-form': 'Dieser Server nimmt Uploads nur in einem Schritt an, als Formular.',
  'bad-body': 'Der Server konnte die Anfrage nicht lesen.',
  'bad-request': 'Der Server konnte die Anfrage nicht lesen.',
  'body-already-read':
    'Auf dem Server hat ein anderer Teil die Anfrage schon gelesen. Bitte der Person melden, die diese App betreibt.',
  'not-authorized': 'Bitte erst anmelden und dann noch einmal versuchen.',
  'rate-limited': 'Zurzeit zu viele Anfragen. Bitte ein wenig warten und noch einmal versuchen.',
  'rate-limit-failed':
    'Der Server kann gerade nicht prüfen, wie viele Anfragen erlaubt sind. Bitte später noch einmal versuchen.',
  busy: 'Dieser Server bearbeitet so viele Anfragen, wie er zulässt. Bitte ein wenig warten und noch einmal versuchen.',
  'body-too-large':
    'Die Anfrage ist größer, als dieser Server sie annimmt. Bitte weniger oder kleinere Bilder senden.',
  'body-timeout':
    'Die Anfrage kam nicht rechtzeitig an. Bitte noch einmal senden, mit einer besseren Verbindung oder weniger Bildern.',
  'too-many-parts': 'Der Chat ist länger, als dieser Server annimmt. Bitte einen neuen beginnen.',
  'text-too-long': 'Der Chat hat mehr Text, als dieser Server annimmt. Bitte einen neuen beginnen.',
  'too-many-images': 'Der Chat hat mehr Bilder, als dieser Server annimmt. Bitte einige entfernen.',
  'bad-image':
    'Ein Bild kam nicht vollständig oder in einem anderen Format an, als angegeben. Bitte entfernen und neu hinzufügen.',
  'remote-image': 'Dieser Server gibt Links auf Bilder nicht weiter. Bitte das Bild selbst senden.',
  'too-many-files': 'Der Chat hat mehr Dateien, als dieser Server annimmt. Bitte einige entfernen.',
  'bad-file':
    'Eine Datei kam nicht vollständig oder in einem anderen Format an, als angegeben. Bitte entfernen und neu hinzufügen.',
  'file-id':
    'Dieser Server nimmt das hochgeladene Bild nicht an. Bitte entfernen und neu hinzufügen.',
  'response-id': 'Der Server gibt diese Antwort nicht heraus. Bitte die Frage noch einmal stellen.',
  'unsupported-part':
    'Dieser Server gibt nur Text, Bilder und Dateien weiter, und in der Anfrage ist etwas anderes.',
  'upstream-unreachable':
    'Das Modell ist von diesem Server aus nicht erreichbar. Bitte später noch einmal versuchen.',
  'upstream-timeout': 'Das Modell hat nicht rechtzeitig geantwortet. Bitte noch einmal versuchen.',
  'upstream-bad-response':
    'Was der Server bekam, ist nicht die Antwort eines Modells. Bitte später noch einmal versuchen.',
  'internal-error': 'Im Server ist ein Fehler aufgetreten. Bitte später noch einmal versuchen.',
};

export const germanProxyRefusal = (code: string): string | undefined =>
  Object.hasOwn(sentences, code) ? sentences[code] : undefined;
