/** The first screen of the site. */
export const hero = (story: (name: string) => string): string => `<section class="hero">
<h1>Chat about images, with any vision model</h1>
<p>React components, hooks and a core without React. Images are made to fit the model in the browser, the whole request is checked before it is sent, and the answer streams in.</p>
<p class="actions"><a class="primary" href="getting-started.html">Get started</a><a href="api/components.html">Components</a></p>
${story('playground--playground')}
</section>
<section class="ways">
<a href="index.html#your-first-chat"><h2>The whole chat</h2><p>One component, on your server or with the user's own key.</p></a>
<a href="own-parts.html"><h2>Parts and hooks</h2><p>Your own design, with the behaviour, words and state of the kit.</p></a>
<a href="migration.html"><h2>Only the preparation</h2><p>The images alone, for the chat that you already have.</p></a>
</section>`;
