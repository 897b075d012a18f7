// The classes of the kit come with its stylesheet; it needs no place in `content`.
export default { content: ['./index.html', './src/**/*.jsx'] };
