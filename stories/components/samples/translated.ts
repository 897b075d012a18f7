import type { englishConversation } from './entries.js';

type Texts = typeof englishConversation;

export const germanConversation: Texts = {
  outdoors: 'Welches dieser Bilder ist im Freien entstanden, und woran erkennt man das?',
  findings: `Nur Bild 2 ist im Freien entstanden. Drei Dinge verraten es:

1. **Licht.** Es kommt von einer Seite und von weit her; in Bild 1 kommt es von oben.
2. **Himmel.** In der oberen Hälfte ist keine Wand zu sehen.
3. **Schatten.** Sie sind lang und fallen alle in dieselbe Richtung.`,
  bread: 'Und was hat das Roggenbrot gekostet?',
  price: 'Das Roggenbrot auf Bild 3 hat **3,90 EUR** gekostet. Der ganze Beleg',
};

export const arabicConversation: Texts = {
  outdoors: 'أيّ هذه الصور التُقطت في الهواء الطلق، وما الذي يدل على ذلك؟',
  findings: `الصورة 2 وحدها التُقطت في الهواء الطلق، وتدل على ذلك ثلاثة أمور:

1. **الضوء:** يأتي من جانب واحد ومن بعيد، أما في الصورة 1 فيأتي من الأعلى.
2. **السماء:** لا جدار في النصف العلوي من الصورة.
3. **الظلال:** طويلة، وتقع كلها في الاتجاه نفسه.`,
  bread: 'وكم كان ثمن خبز الجاودار؟',
  price: 'كان ثمن خبز الجاودار في الصورة 3 **3.90 يورو**. أما الإيصال كله',
};
