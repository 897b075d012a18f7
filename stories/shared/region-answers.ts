/** The spheres of the sample "Still life", as models with different forms would point them out. */
interface Sphere {
  name: string;
  /** Fractions of the image. */
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const spheres: readonly Sphere[] = [
  { name: 'orange sphere', left: 0.157, top: 0.364, right: 0.36, bottom: 0.628 },
  { name: 'red sphere', left: 0.341, top: 0.423, right: 0.546, bottom: 0.697 },
  { name: 'silver sphere', left: 0.447, top: 0.255, right: 0.69, bottom: 0.593 },
  { name: 'green sphere', left: 0.572, top: 0.486, right: 0.754, bottom: 0.727 },
  { name: 'yellow sphere', left: 0.712, top: 0.422, right: 0.881, bottom: 0.642 },
];

const middle = ({ left, right, top, bottom }: Sphere) => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

function json(values: readonly object[]): string {
  return `\`\`\`json\n[\n${values.map((value) => `  ${JSON.stringify(value)}`).join(',\n')}\n]\n\`\`\``;
}

const intro =
  'The orange sphere, the red sphere and the green sphere stand in front of the others.\n\n';

export interface RegionForm {
  model: string;
  /** @param size of the image as it was sent, px */
  write: (size: { width: number; height: number }) => string;
}

export const regionForms = {
  'Gemini: boxes': {
    model: 'gemini-3.8-flash',
    write: () =>
      intro +
      json(
        spheres.map(({ name, left, top, right, bottom }) => ({
          box_2d: [top, left, bottom, right].map((side) => Math.round(side * 1000)),
          label: name,
        })),
      ),
  },
  'Gemini: points': {
    model: 'gemini-2.5-flash',
    write: () =>
      intro +
      json(
        spheres.map((sphere) => ({
          point: [middle(sphere).y, middle(sphere).x].map((side) => Math.round(side * 1000)),
          label: sphere.name,
        })),
      ),
  },
  'Qwen3-VL: boxes': {
    model: 'qwen3-vl-8b-instruct',
    write: () =>
      intro +
      json(
        spheres.map(({ name, left, top, right, bottom }) => ({
          bbox_2d: [left, top, right, bottom].map((side) => Math.round(side * 1000)),
          label: name,
        })),
      ),
  },
  'Molmo: points in the text': {
    model: 'molmo-7b-d',
    write: () =>
      `Counting the ${spheres
        .map((sphere) => {
          const { x, y } = middle(sphere);
          const at = `x="${(x * 100).toFixed(1)}" y="${(y * 100).toFixed(1)}"`;
          return `<point ${at} alt="${sphere.name}">${sphere.name}</point>`;
        })
        .join(', the ')} shows a total of ${spheres.length}.`,
  },
  'PaliGemma: tokens': {
    model: 'paligemma-3b-mix-448',
    write: () =>
      spheres
        .map(({ name, left, top, right, bottom }) => {
          const tokens = [top, left, bottom, right].map(
            (side) => `<loc${String(Math.round(side * 1024)).padStart(4, '0')}>`,
          );
          return `${tokens.join('')} ${name}`;
        })
        .join(' ; '),
  },
  'GPT: polygons in pixels': {
    model: 'gpt-5.6-terra',
    write: ({ width, height }) =>
      intro +
      json(
        spheres.slice(0, 3).map((sphere) => ({
          label: sphere.name,
          polygon: Array.from({ length: 12 }, (_, index) => {
            const angle = (index / 12) * 2 * Math.PI;
            const { x, y } = middle(sphere);
            return [
              Math.round((x + (Math.cos(angle) * (sphere.right - sphere.left)) / 2) * width),
              Math.round((y + (Math.sin(angle) * (sphere.bottom - sphere.top)) / 2) * height),
            ];
          }),
        })),
      ),
  },
  'Claude: what cannot be drawn': {
    model: 'claude-sonnet-5-5',
    write: ({ width, height }) =>
      json([
        {
          label: 'shadow',
          bbox: [width * 0.8, height * 0.5, width * 1.2, height * 0.7].map(Math.round),
        },
        { image: 2, label: 'vase', bbox: [10, 10, 80, 90] },
      ]),
  },
} satisfies Record<string, RegionForm>;
