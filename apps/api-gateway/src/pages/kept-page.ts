import type { Refused } from '../door/refused.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { trouble } from './sign-in-pages.js';
import type { TypedFields } from './team/typed-form.js';

const labels: Readonly<Record<string, string>> = {
  say: 'A note for the team',
  reason: 'Why it comes out',
  closesAtWall: 'Until',
  label: 'What it is',
  from: 'First day',
  until: 'Last day',
  opensAtWall: 'From',
  startsOn: 'From which day on',
  opensAtTime: 'Opens at',
  closesAtTime: 'Closes at',
  closesAfterDays: 'Days later',
  recurrence: 'The rule',
  note: 'A note for whoever takes it',
};
/** What may have more than one line. */
const inLines = ['say', 'note'];

const signedOut =
  'You are signed out by now. Please sign in again in another tab, then come back here and press the button. Nothing is lost.';

/** Teams' pages are told apart by their charity, and its sign-in is known by that. */
function signInFrom(action: string): string {
  const [, slug] = /^\/c\/([a-z0-9-]+)\//.exec(action) ?? [];
  return slug ? `/sign-in/${slug}?as=staff` : '/';
}

const box = (name: string, value: string): Html =>
  inLines.includes(name)
    ? html`<label for="${name}">${labels[name]}</label><textarea id="${name}" name="${name}">
${value}</textarea>`
    : html`<label for="${name}">${labels[name]}</label><input id="${name}" name="${name}" value="${value}">`;

/** Nobody is signed in any more, so nothing of the charity is shown: only what was typed, ready to be sent again. */
export const keptPage = (action: string, typed: TypedFields, why: Refused): string =>
  page(
    'Not sent yet',
    html`<h1>Not sent yet</h1>
${trouble(why.code === 'signedOut' ? signedOut : why.message)}
${why.code === 'signedOut' ? html`<p><a href="${signInFrom(action)}" target="_blank" rel="noopener">Sign in, in another tab</a></p>` : null}
<form method="post" action="${action}">${Object.entries(typed)
      .filter(([, value]) => value !== '')
      .map(([name, value]) =>
        labels[name] ? box(name, value) : html`<input type="hidden" name="${name}" value="${value}">`,
      )}
<button type="submit">Send it again</button></form>`,
  );
