/** Kinds of element that a page may have beside a chat, with what they are usually written with. */
export const elementKinds = `
<header class="page"><h1>Title</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6><nav><a href="#x">link</a><a>no link</a></nav></header>
<main><article><section><p class="p-4 text-lg">Text <strong>s</strong> <b>b</b> <em>e</em> <i>i</i> <u>u</u> <s>s</s> <small>s</small>
<sub>1</sub> <sup>2</sup> <mark>m</mark> <abbr title="x">a</abbr> <cite>c</cite> <q>q</q> <kbd>k</kbd> <samp>s</samp> <var>v</var> <code>c</code>
<time>t</time> <dfn>d</dfn> <del>d</del> <ins>i</ins> <bdi>b</bdi> <span class="flex rounded-full shadow-lg">span</span></p>
<ul><li>one<ul><li>two</li></ul></li></ul><ol><li>one</li></ol><dl><dt>t</dt><dd>d</dd></dl><menu><li>m</li></menu>
<blockquote>quote</blockquote><pre>pre</pre><hr><address>a</address><figure><img alt="x" width="40" height="30"><figcaption>c</figcaption></figure>
<table><caption>c</caption><thead><tr><th>h</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table>
<details open><summary>s</summary>text</details><svg width="24" height="24"><path d="M0 0h9v9"/></svg><canvas></canvas><video></video></section></article>
<form><fieldset><legend>l</legend><label>label <input></label><input type="checkbox"><input type="radio"><input type="range"><input type="file">
<select><option>a</option></select><textarea placeholder="p"></textarea><button type="button" class="btn btn-primary">Press</button><button disabled>Off</button>
<progress value="0.5"></progress><meter value="0.5"></meter><output>o</output></fieldset></form><dialog open>dialog</dialog></main><aside>a</aside>
<footer>f</footer>`;
