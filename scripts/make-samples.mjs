// Makes the images in public/samples, which the stories, the playground and the README show. Taken from nowhere:
// the photographs are ray-traced, the others drawn. Run `npm run samples`; it takes some minutes. Names make only
// those: `npm run samples -- chart`.
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { lateSun, rayTrace, stillLife, tower, twoLemons } from './ray-trace.mjs';

const folder = fileURLToPath(new URL('../public/samples/', import.meta.url));
mkdirSync(folder, { recursive: true });

const fromSvg = (svg) => sharp(Buffer.from(svg));
const text = (x, y, size, words, extra = '') =>
  `<text x="${x}" y="${y}" font-size="${size}" ${extra}>${words}</text>`;

async function scene() {
  const [width, height] = [2400, 1800];
  const pixels = rayTrace(stillLife, width, height, 8);
  await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(`${folder}still-life.jpg`);
}

/** The camera was held upright; the sensor's rows lie sideways and EXIF says how to turn them. */
async function sideways() {
  const [width, height] = [1200, 1600];
  const pixels = rayTrace(tower, width, height, 8, 11);
  const stored = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .rotate(270)
    .raw()
    .toBuffer();
  await sharp(stored, { raw: { width: height, height: width, channels: 3 } })
    .withMetadata({ orientation: 6 })
    .jpeg({ quality: 82, mozjpeg: true })
    .toFile(`${folder}tower-stored-sideways.jpg`);
}

/** What the shop of a story sells. */
async function prints() {
  const [width, height] = [600, 750];
  const shop = fileURLToPath(new URL('../stories/components/samples/', import.meta.url));
  for (const [name, print] of Object.entries({ 'two-lemons': twoLemons, 'late-sun': lateSun })) {
    const pixels = rayTrace(print, width, height, 16);
    await sharp(pixels, { raw: { width, height, channels: 3 } })
      .jpeg({ quality: 82, mozjpeg: true })
      .toFile(`${shop}${name}.jpg`);
  }
}

async function receipt() {
  const items = [
    ['Oranges, 2 kg', '5.40'],
    ['Apples, red', '3.15'],
    ['Limes, net of 6', '2.20'],
    ['Rye bread', '3.90'],
    ['Oat milk, 2 x 1 l', '3.58'],
    ['Coffee beans 500 g', '9.75'],
    ['Bag', '0.20'],
  ];
  const rows = items.map(
    ([name, price], i) =>
      text(70, 330 + i * 52, 30, name) + text(730, 330 + i * 52, 30, price, 'text-anchor="end"'),
  );
  await fromSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1150" font-family="DejaVu Sans Mono" fill="#22211f">
    <rect width="800" height="1150" fill="#f6f4ee"/>
    ${text(400, 110, 46, 'CORNER MARKET', 'text-anchor="middle" font-weight="bold"')}
    ${text(400, 165, 26, '14 Harbour Street', 'text-anchor="middle"')}
    ${text(400, 205, 26, '2026-03-09  17:42  till 3', 'text-anchor="middle"')}
    <path d="M60 250H740" stroke="#22211f" stroke-dasharray="8 8" stroke-width="2"/>
    ${rows.join('')}
    <path d="M60 700H740" stroke="#22211f" stroke-dasharray="8 8" stroke-width="2"/>
    ${text(70, 760, 36, 'TOTAL EUR', 'font-weight="bold"')}${text(730, 760, 36, '28.18', 'text-anchor="end" font-weight="bold"')}
    ${text(70, 825, 28, 'Card')}${text(730, 825, 28, '28.18', 'text-anchor="end"')}
    ${text(70, 872, 28, 'VAT 7 % included')}${text(730, 872, 28, '1.84', 'text-anchor="end"')}
    ${Array.from({ length: 58 }, (_, i) => `<rect x="${110 + i * 10}" y="930" width="${[3, 6, 2, 7, 4][(i * 7) % 5]}" height="90"/>`).join('')}
    ${text(400, 1085, 26, 'Thank you, come again', 'text-anchor="middle"')}
  </svg>`)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(`${folder}receipt.png`);
}

async function cafeReceipt() {
  const items = [
    ['2 Flat white', '7.60'],
    ['1 Cinnamon bun', '3.40'],
    ['1 Sparkling water', '2.80'],
  ];
  const rows = items.map(
    ([name, price], i) =>
      text(60, 300 + i * 52, 30, name) + text(640, 300 + i * 52, 30, price, 'text-anchor="end"'),
  );
  await fromSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="700" height="700" font-family="DejaVu Sans Mono" fill="#2b2622">
    <rect width="700" height="700" fill="#faf7f1"/>
    ${text(350, 100, 44, 'Café Lindgren', 'text-anchor="middle" font-weight="bold"')}
    ${text(350, 150, 26, '3 Canal Square', 'text-anchor="middle"')}
    ${text(350, 190, 26, '2026-03-11  10:05', 'text-anchor="middle"')}
    <path d="M50 232H650" stroke="#2b2622" stroke-width="2"/>
    ${rows.join('')}
    <path d="M50 440H650" stroke="#2b2622" stroke-width="2"/>
    ${text(60, 498, 36, 'TOTAL EUR', 'font-weight="bold"')}${text(640, 498, 36, '13.80', 'text-anchor="end" font-weight="bold"')}
    ${text(60, 552, 28, 'Cash')}${text(640, 552, 28, '20.00', 'text-anchor="end"')}
    ${text(60, 594, 28, 'Change')}${text(640, 594, 28, '6.20', 'text-anchor="end"')}
    ${text(350, 656, 26, 'See you soon', 'text-anchor="middle"')}
  </svg>`)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(`${folder}receipt-cafe.png`);
}

/** Squared paper with three equations: one solved, one with a mistake, one to do. */
async function homework() {
  const [width, height, square] = [1200, 1500, 50];
  const lines = [
    ...Array.from({ length: width / square }, (_, i) => `M${i * square} 0V${height}`),
    ...Array.from({ length: height / square }, (_, i) => `M0 ${i * square}H${width}`),
  ];
  const work = [
    ['a)  3x + 5 = 20', '3x = 15', 'x = 5'],
    ['b)  2(x − 4) = 10', '2x − 4 = 10', '2x = 14', 'x = 7'],
    ['c)  x/3 + 2 = 6'],
  ];
  let y = 380;
  const written = work.flatMap(([first, ...rest]) => {
    const block = [
      text(150, y, 46, first),
      ...rest.map((row, i) => text(330, y + (i + 1) * 80, 46, row)),
    ];
    y += (rest.length + 1) * 80 + 60;
    return block;
  });
  await fromSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="DejaVu Serif" fill="#1d3fa5">
    <rect width="${width}" height="${height}" fill="#fdfdfb"/>
    <path d="${lines.join('')}" stroke="#cfe0ee" stroke-width="2"/>
    <path d="M1080 0V${height}" stroke="#e7a3a3" stroke-width="3"/>
    ${text(150, 190, 54, 'Exercise 12', 'font-weight="bold" fill="#222"')}
    ${text(150, 265, 40, 'Solve for x.', 'fill="#222"')}
    <g font-style="italic">${written.join('')}</g>
  </svg>`)
    .png({ palette: true, colours: 32, compressionLevel: 9 })
    .toFile(`${folder}homework.png`);
}

async function chart() {
  const values = [42, 55, 51, 68, 74, 63, 81, 96];
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug'];
  const bars = values.map((value, i) => {
    const [x, height] = [150 + i * 150, value * 6.4];
    return `<rect x="${x}" y="${840 - height}" width="96" height="${height}" rx="6" fill="${i === 7 ? '#3a5bd9' : '#b8c4f2'}"/>
      ${text(x + 48, 822 - height, 26, value, 'text-anchor="middle" fill="#1c1b19"')}
      ${text(x + 48, 886, 26, months[i], 'text-anchor="middle" fill="#5f5d57"')}`;
  });
  await fromSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1440" height="960" font-family="DejaVu Sans" fill="#1c1b19">
    <rect width="1440" height="960" fill="#ffffff"/>
    ${text(90, 90, 40, 'Pictures sent per day, thousands', 'font-weight="bold"')}
    ${text(90, 135, 26, 'January to August 2026', 'fill="#5f5d57"')}
    ${[0, 25, 50, 75, 100].map((v) => `<path d="M120 ${840 - v * 6.4}H1360" stroke="#e6e5e1" stroke-width="2"/>${text(105, 849 - v * 6.4, 24, v, 'text-anchor="end" fill="#8b8981"')}`).join('')}
    ${bars.join('')}
  </svg>`)
    .png({ palette: true, compressionLevel: 9 })
    .toFile(`${folder}chart.png`);
}

const paragraph =
  `A picture that is sent to a model is cut into patches or tiles before it is read. What lies below the size
of a patch is seen only as shade. A page of small text is therefore the hardest picture of all: it must keep every stroke, and
it must not be larger than what the model can use. Shrink it once, in one step, with a filter that takes every pixel into
account, and the strokes stay. Shrink it with the quick filter that a canvas uses unless told otherwise, and they break.`
    .replaceAll('\n', ' ')
    .split(' ');

async function smallText() {
  const lines = [];
  let line = '';
  for (let i = 0; lines.length < 46; i += 1) {
    const word = paragraph[i % paragraph.length];
    if (line.length + word.length > 96) {
      lines.push(line);
      line = '';
    }
    line += `${line ? ' ' : ''}${word}`;
  }
  await fromSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1654" height="2339" font-family="DejaVu Serif" fill="#111">
    <rect width="1654" height="2339" fill="#fff"/>
    ${text(150, 200, 52, 'On reading small text', 'font-weight="bold"')}
    ${text(150, 255, 26, 'Note 7. The code word on this page is MARMALADE.', 'fill="#333"')}
    ${lines.map((words, i) => text(150, 340 + i * 40, 24, words)).join('')}
    ${text(827, 2260, 22, '1', 'text-anchor="middle"')}
  </svg>`)
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toFile(`${folder}small-text.png`);
}

async function transparent() {
  await fromSvg(`<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1000" font-family="DejaVu Sans">
    <defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop stop-color="#3a5bd9"/><stop offset="1" stop-color="#8f5bd9"/></linearGradient></defs>
    <circle cx="500" cy="440" r="330" fill="url(#g)"/>
    <circle cx="410" cy="360" r="70" fill="#fff" fill-opacity=".55"/>
    <path d="M190 590 420 380 560 520 650 440 810 590A330 330 0 0 1 190 590Z" fill="#fff" fill-opacity=".8"/>
    ${text(500, 900, 76, 'see-through', 'text-anchor="middle" font-weight="bold" fill="#1c1b19"')}
  </svg>`)
    .png({ compressionLevel: 9 })
    .toFile(`${folder}transparent.png`);
}

const samples = {
  receipt,
  cafeReceipt,
  homework,
  chart,
  smallText,
  transparent,
  scene,
  sideways,
  prints,
};
const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(samples);
for (const name of wanted) await samples[name]();
