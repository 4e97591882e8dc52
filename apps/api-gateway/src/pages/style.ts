import { Html } from './html.js';

/** Body text of 18 px, 7:1 contrast in both schemes, targets of 44 px: blurred eyes and shaky hands come first. */
export const style = new Html(`
:root { color-scheme: light dark; --paper: #fffdf9; --ink: #1f1b2d; --soft: #4a4458; --line: #8a8398; --accent: #4b1f86; --panel: #f4eefb; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #15121c; --ink: #f5f1fa; --soft: #cfc7dc; --line: #8f86a3; --accent: #d9c2ff; --panel: #221c2f; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 0 1.25rem 3rem; max-width: 46rem; background: var(--paper); color: var(--ink);
  font: 1.125rem/1.6 system-ui, sans-serif; overflow-wrap: anywhere; }
header { padding: 1rem 0; border-bottom: 2px solid var(--accent); margin-bottom: 2rem; }
.brand { font-weight: 700; font-size: 1.375rem; text-decoration: none; }
h1 { font-size: 1.875rem; line-height: 1.25; margin: 0 0 1rem; }
h2 { font-size: 1.375rem; margin: 2.25rem 0 .5rem; }
a { color: var(--accent); text-underline-offset: .2em; display: inline-block; padding: .5rem 0; min-height: 44px; }
footer a { margin-right: 1.5rem; }
footer { margin-top: 3rem; border-top: 1px solid var(--line); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 3px; border-radius: 4px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { position: static; }
.panel { background: var(--panel); border: 1px solid var(--line); border-radius: 12px; padding: 1rem 1.25rem; margin: 1rem 0; }
fieldset.panel { border: 1px solid var(--line); padding: 1rem 1.25rem; }
.panel > :first-child { margin-top: 0; } .panel > :last-child { margin-bottom: 0; }
progress { width: 100%; height: 1.25rem; accent-color: var(--accent); }
.logo { max-width: 12rem; max-height: 6rem; }
.soft { color: var(--soft); }
.typed { white-space: pre-line; }
ul.plain { list-style: none; padding: 0; }
label { display: block; font-weight: 600; margin: 1rem 0 .25rem; }
input, button, select, textarea, .button { font: inherit; color: inherit; min-height: 48px; padding: .5rem .875rem; border-radius: 8px; border: 2px solid var(--line); background: var(--paper); max-width: 100%; }
input, textarea { width: 100%; }
textarea { min-height: 9rem; resize: vertical; }
.apart { position: absolute; left: -999rem; }
fieldset { border: 0; padding: 0; margin: 1rem 0; min-width: 0; }
legend { font-weight: 600; padding: 0; }
.choice { display: flex; gap: .75rem; align-items: center; font-weight: 400; min-height: 48px; margin: 0; }
.choice input { flex: none; width: 24px; min-height: 24px; height: 24px; margin: 0; accent-color: var(--accent); }
button, .button { margin-top: 1.25rem; background: var(--accent); color: var(--paper); border-color: var(--accent); font-weight: 700; padding: .5rem 1.5rem; cursor: pointer; text-align: center; text-decoration: none; }
.quiet { background: var(--paper); color: var(--accent); }
summary { font-weight: 600; min-height: 44px; padding: .5rem 0; cursor: pointer; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 4px solid var(--line); }
.in-thread { margin-left: 1rem; }
.shown { max-width: 100%; height: auto; border-radius: 8px; }
pre { white-space: pre-wrap; font-size: 1rem; background: var(--panel); padding: 1rem; border-radius: 8px; }
.line { display: block; } .line + .line { margin-top: .5rem; }
.stands-out { list-style: none; padding: 0; margin: 1rem 0; } .stands-out li { border-left: 4px solid var(--accent); padding: .25rem 1rem; font-weight: 600; }
.picture { display: block; max-width: 100%; height: auto; border-radius: 12px; margin: 1rem 0; }
.steps { list-style: none; padding: 0; margin: 1.5rem 0; } .steps li { border-top: 1px solid var(--line); padding: .75rem 0; }
.steps p { margin: 0; } .message { border-top: 1px solid var(--line); padding: .5rem 0; } .message p { margin: 0; } .small, h3 { font-size: 1.125rem; margin: 0; }
.places { border-top: 1px solid var(--line); margin-top: 2.5rem; padding-top: .5rem; } .places a { margin-right: 1.5rem; } .places [aria-current] { font-weight: 700; text-decoration: none; }
.story { margin: .5rem 0 0; padding-left: 1.25rem; color: var(--soft); }
`);
