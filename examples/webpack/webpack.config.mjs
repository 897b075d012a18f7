export default {
  entry: './src/main.jsx',
  output: { publicPath: 'auto', clean: true },
  // The chat is about 110 kB compressed; webpack warns from 250 kB uncompressed.
  performance: { hints: false },
  module: {
    rules: [
      { test: /\.jsx$/, loader: 'esbuild-loader', options: { jsx: 'automatic' } },
      { test: /\.css$/, use: ['style-loader', 'css-loader'] },
    ],
  },
};
