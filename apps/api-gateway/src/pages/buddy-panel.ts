import type { OutputOf, viewBuddies } from '@baton/contracts';
import { newId } from '@baton/service-kit';
import { type Html, html } from './html.js';
import { moment } from './layout.js';
import { hidden, trouble } from './sign-in-pages.js';

export type Buddy = OutputOf<typeof viewBuddies>['buddies'][number];

/** What somebody wrote that has not gone, and why. */
export interface Unsent {
  readonly pairId: string;
  readonly messageId: string;
  readonly text: string;
  readonly why: string;
}

export const buddyPath = (pairId: string): string => `/curator/buddies/${pairId}`;

/** Somebody with what was written to and fro, and a box to write on. */
export const buddyPanel = (buddy: Buddy, zone: string, unsent: Unsent | undefined): Html => {
  const { pairId, penName, role, since, messages, earlier } = buddy;
  return html`<section class="panel" id="pair-${pairId}">
<h2>${penName}</h2>
<p>${role === 'forYou' ? 'is there for you' : 'is new, and glad of you'}, since ${moment(since, zone)}</p>
${earlier ? html`<p><a href="/curator/buddies?before=${earlier}#pair-${pairId}">What was written before</a></p>` : null}
${messages.length > 0 ? messages.map((message) => written(message, penName, zone)) : html`<p class="soft">Nothing written in the last thirty days. A short hello is enough.</p>`}
${writeForm(pairId, penName, unsent)}
<p><a href="${buddyPath(pairId)}/end">End being buddies with ${penName}</a></p>
</section>`;
};

const written = ({ from, text, at }: Buddy['messages'][number], penName: string, zone: string): Html =>
  html`<div class="message"><p><strong>${from === 'you' ? 'You' : penName}</strong>, ${moment(at, zone)}</p>
<p class="typed">${text}</p></div>`;

/** The id stays with the words: sent twice, they arrive once. */
export function writeForm(pairId: string, penName: string | undefined, unsent: Unsent | undefined): Html {
  const box = `text-${pairId}`;
  return html`<form method="post" action="${buddyPath(pairId)}/messages" autocomplete="off">
${hidden('messageId', unsent?.messageId ?? newId())}
<label for="${box}">Write to ${penName ?? 'your buddy'}</label>
${trouble(unsent?.why)}
<textarea id="${box}" name="text" required>
${unsent?.text ?? ''}</textarea>
<button type="submit">Send</button>
</form>`;
}
