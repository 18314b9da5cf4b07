/**
 * Where stylesheets cannot be shared (Safari before 16.4, Firefox before 101), Lit writes a <style>
 * into each element, which the page's policy admits by this word. It is the same for everybody: it
 * lets styles in, not scripts, and nothing from outside becomes markup.
 */
Object.assign(globalThis, { litNonce: 'lit' });
