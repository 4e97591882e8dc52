/** Text of 18 px and more, contrast of 7:1 and more in light and dark, targets of 44 px, no motion. */
export const stylesheet = `
:root {
  --paper: #ffffff; --ink: #16181c; --quiet: #4a5058; --line: #c9ced4; --wash: #f3f5f7; --link: #0b4a8f; --accent: #5b2a86;
}
@media (prefers-color-scheme: dark) {
  :root { --paper: #101316; --ink: #f1f3f5; --quiet: #bcc4cc; --line: #3b434b; --wash: #1a1f24; --link: #a9d1ff; --accent: #d9bcf5; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
.notice { background: var(--wash); border-bottom: 1px solid var(--line); padding: 0.75rem 1rem; }
.notice > * { max-width: 42rem; margin: 0 auto; }
.notice a, .choice { display: inline-flex; align-items: center; min-height: 44px; }
main { max-width: 42rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0.5rem 0; }
h2 { font-size: 1.25rem; margin: 1.25rem 0 0.5rem; }
.quiet { color: var(--quiet); }
.who { display: flex; gap: 0.75rem; align-items: center; margin: 1rem 0; }
.avatar { flex: none; width: 44px; height: 44px; border-radius: 50%; display: grid; place-items: center; background: var(--accent); color: var(--paper); font-weight: 700; }
.accounts, .thread { list-style: none; margin: 0; padding: 0; }
.accounts a { display: flex; gap: 0.75rem; align-items: center; min-height: 60px; }
.thread { border: 1px solid var(--line); border-radius: 12px; padding: 1rem; margin: 0 0 1rem; }
.post { position: relative; display: grid; grid-template-columns: 44px minmax(0, 1fr); column-gap: 0.75rem; padding-bottom: 1.25rem; }
.post:last-child { padding-bottom: 0; }
.post:not(:last-child)::before { content: ""; position: absolute; left: 20px; top: 50px; bottom: 4px; width: 4px; border-radius: 2px; background: var(--line); }
.post p { margin: 0.1rem 0 0.4rem; }
.text { white-space: pre-line; }
.answered { border-left: 4px solid var(--line); padding-left: 0.75rem; margin: 0.3rem 0 0.6rem; }
figure { margin: 0.5rem 0; }
figure img { display: block; max-width: 100%; height: auto; border-radius: 8px; border: 1px solid var(--line); }
figcaption { color: var(--quiet); margin-top: 0.25rem; }
.poll { list-style: none; padding: 0; margin: 0.5rem 0; }
.poll li { border: 1px solid var(--line); border-radius: 8px; padding: 0.4rem 0.75rem; margin-bottom: 0.4rem; }
fieldset { border: 1px solid var(--line); border-radius: 8px; padding: 0.5rem 1rem; }
.choice { display: flex; gap: 0.6rem; }
.choice input { width: 1.4rem; height: 1.4rem; flex: none; }
.buttons { display: flex; flex-wrap: wrap; gap: 0.75rem; }
/* As high as its button, so that nothing moves when the button appears. */
.refresh { align-items: center; min-height: 48px; }
button { font: inherit; min-height: 48px; padding: 0 1.25rem; border-radius: 8px; border: 2px solid var(--link); background: var(--link); color: var(--paper); cursor: pointer; }
button.second { background: transparent; color: var(--link); }
`;
