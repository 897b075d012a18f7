// A small ray tracer for the sample "photographs": spheres on a table under a soft sky. It makes images with the
// grain, gradients and soft edges that a camera makes, and they belong to nobody else.

const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const add = (a, b, k = 1) => [a[0] + b[0] * k, a[1] + b[1] * k, a[2] + b[2] * k];
const scale = (a, k) => [a[0] * k, a[1] * k, a[2] * k];
const unit = (a) => scale(a, 1 / Math.hypot(...a));
const cross = (a, b) => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
const mix = (a, b, t) => [0, 1, 2].map((i) => a[i] * (1 - t) + b[i] * t);

/** A generator with a seed, so that the same script makes the same bytes. */
function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const hash = (x, y) => {
  const value = Math.sin(x * 127.1 + y * 311.7) * 43758.5453;
  return value - Math.floor(value);
};

function noise(x, y) {
  const [ix, iy] = [Math.floor(x), Math.floor(y)];
  const [fx, fy] = [x - ix, y - iy];
  const [u, v] = [fx * fx * (3 - 2 * fx), fy * fy * (3 - 2 * fy)];
  const top = hash(ix, iy) * (1 - u) + hash(ix + 1, iy) * u;
  const bottom = hash(ix, iy + 1) * (1 - u) + hash(ix + 1, iy + 1) * u;
  return top * (1 - v) + bottom * v;
}

/** Planks of wood along x, with grain. */
function wood([x, , z]) {
  const plank = Math.floor(z / 0.55);
  const edge = Math.abs(z / 0.55 - plank - 0.5);
  const grain = noise(x * 1.1 + plank * 17, z * 26) * 0.6 + noise(x * 6 + plank * 5, z * 90) * 0.4;
  const tone = 0.75 + 0.3 * hash(plank, 3);
  const base = mix([0.36, 0.2, 0.1], [0.66, 0.43, 0.25], grain);
  return scale(base, tone * (edge > 0.485 ? 0.45 : 1));
}

function hitSphere(origin, direction, { centre, radius }) {
  const oc = add(origin, centre, -1);
  const b = dot(oc, direction);
  const root = b * b - dot(oc, oc) + radius * radius;
  if (root < 0) return Infinity;
  const near = -b - Math.sqrt(root);
  if (near > 1e-3) return near;
  const far = -b + Math.sqrt(root);
  return far > 1e-3 ? far : Infinity;
}

function nearest(origin, direction, spheres) {
  let distance = direction[1] < -1e-4 ? -origin[1] / direction[1] : Infinity;
  let hit = distance < 60 ? 'table' : undefined;
  if (!hit) distance = Infinity;
  for (const sphere of spheres) {
    const t = hitSphere(origin, direction, sphere);
    if (t < distance) [distance, hit] = [t, sphere];
  }
  return { distance, hit };
}

/**
 * Renders RGB pixels.
 *
 * @param scene { spheres, sky: [low, high], sun, eye, target, fov }
 */
export function rayTrace(
  { spheres, sky, sun, eye, target, fov },
  width,
  height,
  samples,
  seed = 7,
) {
  const next = random(seed);
  const forward = unit(add(target, eye, -1));
  const right = unit(cross(forward, [0, 1, 0]));
  const up = cross(right, forward);
  const sunDirection = unit(sun);
  const focus = Math.hypot(...add(target, eye, -1));

  const skyColor = (direction) => {
    const glow = Math.max(0, dot(direction, sunDirection)) ** 60;
    return add(mix(sky[0], sky[1], Math.max(0, direction[1]) ** 0.6), [1, 0.85, 0.6], glow * 0.8);
  };

  function trace(origin, direction, depth) {
    const { distance, hit } = nearest(origin, direction, spheres);
    if (!hit) return skyColor(direction);
    const point = add(origin, direction, distance);
    const normal = hit === 'table' ? [0, 1, 0] : unit(add(point, hit.centre, -1));
    const surface = hit === 'table' ? wood(point) : hit.color(normal, point);
    const jitter = [next() - 0.5, next() - 0.5, next() - 0.5];
    const toSun = unit(add(sunDirection, jitter, 0.16));
    const lit = nearest(add(point, normal, 1e-3), toSun, spheres).hit
      ? 0
      : Math.max(0, dot(normal, toSun));
    const bounce = unit(add(normal, [next() * 2 - 1, next() * 2 - 1, next() * 2 - 1], 0.95));
    const open = nearest(add(point, normal, 1e-3), bounce, spheres);
    const ambient = open.hit
      ? scale(open.hit === 'table' ? [0.2, 0.13, 0.08] : [0.14, 0.13, 0.12], 1)
      : skyColor(bounce);
    let color = [0, 1, 2].map((i) => surface[i] * (lit * [1.9, 1.7, 1.4][i] + ambient[i] * 0.75));
    const gloss = hit === 'table' ? 0.08 : hit.gloss;
    if (gloss > 0 && depth > 0) {
      const fresnel = gloss + (1 - gloss) * (1 - Math.abs(dot(normal, direction))) ** 5 * 0.6;
      const mirror = add(direction, normal, -2 * dot(direction, normal));
      color = mix(color, trace(add(point, normal, 1e-3), unit(mirror), depth - 1), fresnel);
    }
    return mix(color, skyColor(direction), 1 - Math.exp(-distance * 0.012));
  }

  const pixels = Buffer.alloc(width * height * 3);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = [0, 0, 0];
      for (let s = 0; s < samples; s += 1) {
        const px = ((x + next()) / width - 0.5) * 2 * fov * (width / height);
        const py = (0.5 - (y + next()) / height) * 2 * fov;
        const aim = add(eye, unit(add(add(forward, right, px), up, py)), focus);
        const lens = add(add(eye, right, (next() - 0.5) * 0.05), up, (next() - 0.5) * 0.05);
        sum = add(sum, trace(lens, unit(add(aim, lens, -1)), 2));
      }
      for (let c = 0; c < 3; c += 1) {
        const linear = sum[c] / samples;
        const toned = (linear * (2.51 * linear + 0.03)) / (linear * (2.43 * linear + 0.59) + 0.14);
        const grain = (next() - 0.5) * 0.012;
        pixels[(y * width + x) * 3 + c] = Math.round(
          255 * Math.min(1, Math.max(0, toned ** (1 / 2.2) + grain)),
        );
      }
    }
  }
  return pixels;
}

const speckled = (a, b, size) => (normal) =>
  mix(a, b, noise(normal[0] * size + 5, normal[1] * size + normal[2] * size * 0.7) ** 2);

const orange = speckled([0.95, 0.42, 0.05], [0.85, 0.3, 0.02], 40);
const lemon = speckled([0.96, 0.83, 0.16], [0.85, 0.66, 0.05], 30);
const lime = speckled([0.42, 0.66, 0.12], [0.24, 0.45, 0.05], 26);
const apple = (normal) =>
  mix(
    [0.72, 0.06, 0.07],
    [0.86, 0.62, 0.2],
    Math.max(0, normal[1] + noise(normal[0] * 9, normal[2] * 9) * 0.5 - 0.6),
  );
const steel = () => [0.32, 0.33, 0.35];

/** Four fruits and a steel ball on a table, in the evening. */
export const stillLife = {
  sky: [
    [1.0, 0.72, 0.5],
    [0.25, 0.42, 0.75],
  ],
  sun: [-0.7, 0.55, 0.35],
  eye: [0.3, 1.55, 4.6],
  target: [0, 0.5, 0],
  fov: 0.42,
  spheres: [
    { centre: [-1.25, 0.52, 0.1], radius: 0.52, color: orange, gloss: 0.04 },
    { centre: [-0.2, 0.46, 0.75], radius: 0.46, color: apple, gloss: 0.07 },
    { centre: [0.75, 0.38, 0.95], radius: 0.38, color: lime, gloss: 0.05 },
    { centre: [0.35, 0.72, -0.65], radius: 0.72, color: steel, gloss: 0.75 },
    { centre: [1.5, 0.42, 0.1], radius: 0.42, color: lemon, gloss: 0.05 },
  ],
};

/** A tower of three fruits, upright, for the image that is stored sideways. */
export const tower = {
  sky: [
    [0.8, 0.86, 0.95],
    [0.3, 0.5, 0.85],
  ],
  sun: [0.6, 0.7, 0.5],
  eye: [0, 1.9, 4.4],
  target: [0, 1.15, 0],
  fov: 0.5,
  spheres: [
    { centre: [0, 0.7, 0], radius: 0.7, color: orange, gloss: 0.04 },
    { centre: [0, 1.88, 0], radius: 0.5, color: apple, gloss: 0.07 },
    { centre: [0, 2.66, 0], radius: 0.3, color: lime, gloss: 0.05 },
    { centre: [0.95, 0.28, 0.7], radius: 0.28, color: lemon, gloss: 0.05 },
  ],
};

/** Two lemons before noon. */
export const twoLemons = {
  sky: [
    [0.93, 0.95, 0.92],
    [0.45, 0.66, 0.78],
  ],
  sun: [0.75, 0.6, 0.25],
  eye: [0, 1.7, 4.2],
  target: [0, 0.62, 0],
  fov: 0.34,
  spheres: [
    { centre: [-0.4, 0.55, 0], radius: 0.55, color: lemon, gloss: 0.05 },
    { centre: [0.5, 0.45, 0.55], radius: 0.45, color: lemon, gloss: 0.05 },
  ],
};

/** An orange and a lime beside the steel ball, with the sun almost down. */
export const lateSun = {
  sky: [
    [0.98, 0.5, 0.3],
    [0.2, 0.22, 0.48],
  ],
  sun: [-0.85, 0.22, -0.35],
  eye: [0, 1.5, 4.4],
  target: [0, 0.75, 0],
  fov: 0.34,
  spheres: [
    { centre: [-0.15, 0.8, -0.3], radius: 0.8, color: steel, gloss: 0.75 },
    { centre: [-0.5, 0.36, 0.95], radius: 0.36, color: orange, gloss: 0.04 },
    { centre: [0.62, 0.27, 0.9], radius: 0.27, color: lime, gloss: 0.05 },
  ],
};
