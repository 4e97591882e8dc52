import type { OutputOf, viewBuddies } from '@baton/contracts';
import { type Buddy, buddyPanel, buddyPath, type Unsent, writeForm } from './buddy-panel.js';
import { curatorPlaces } from './curator-places.js';
import { type Html, html } from './html.js';
import { page } from './layout.js';
import { trouble } from './sign-in-pages.js';

type Buddies = OutputOf<typeof viewBuddies>;

export interface BuddiesView extends Buddies {
  readonly zone: string;
  /** Whoever has been ready themself may offer to be a buddy. */
  readonly mayOffer: boolean;
}

/** What has to be said in its own place after somebody pressed a button. */
export interface Said {
  readonly unsent?: Unsent;
  readonly offerProblem?: string;
}

export function buddiesPage(view: BuddiesView, said: Said = {}): string {
  const { buddies, zone } = view;
  return page(
    'Buddies',
    html`<h1>Buddies</h1>
<p>A buddy has curated before, and is there for somebody new. You know each other by your pen names alone.</p>
${buddies.map((buddy) => buddyPanel(buddy, zone, said.unsent?.pairId === buddy.pairId ? said.unsent : undefined))}
${forYou(view)}
${forOthers(view, said.offerProblem)}
${curatorPlaces('/curator/buddies')}`,
  );
}

function forYou({ buddies, waits, alertMyBuddy }: BuddiesView): Html {
  const hasOne = buddies.some(({ role }) => role === 'forYou');
  if (hasOne || waits)
    return html`<h2>${hasOne ? 'When it gets hard' : 'Your buddy'}</h2>
${hasOne ? null : html`<p><strong>You are waiting for somebody to be free.</strong> You need not do anything: we mail you as soon as you have a buddy.</p>`}
${wishForm(alertMyBuddy, 'Keep this')}`;
  return html`<h2>Would you like a buddy?</h2>
<p>Somebody to ask the small things, before your weekend and during it. You can end it at any time.</p>
${wishForm(alertMyBuddy, 'Ask for a buddy')}`;
}

const wishForm = (
  alertMyBuddy: boolean,
  button: string,
): Html => html`<form method="post" action="/curator/buddies/wish">
<label class="choice"><input type="checkbox" name="alertMyBuddy" value="yes"${alertMyBuddy ? html` checked` : null}> You may ask my buddy to write a line when I seem to have a hard time. They are never told why.</label>
<button type="submit">${button}</button>
</form>`;

function forOthers({ offers, mayOffer }: BuddiesView, problem: string | undefined): Html {
  if (offers)
    return html`<h2>Being a buddy</h2>
${trouble(problem)}
<p><strong>You offer to be there for somebody new.</strong> We mail you when there is somebody. You look after three at
the most.</p>
${offerForm('no', 'Offer it no more')}
<p class="soft">Whom you look after already stays with you.</p>`;
  return html`<h2>Would you like to be a buddy?</h2>
${trouble(problem)}
${mayOffer ? html`<p>A short hello now and then is enough. You need not be an expert, and nobody expects you to fix anything.</p>${offerForm('yes', 'Offer to be a buddy')}` : html`<p>You can offer that once you are ready yourself.</p>`}`;
}

const offerForm = (offers: 'yes' | 'no', button: string): Html =>
  html`<form method="post" action="/curator/buddies/offer"><input type="hidden" name="offers" value="${offers}"><button class="quiet" type="submit">${button}</button></form>`;

/** Words that have not gone stay, whatever else cannot be shown; `over`: there is nobody to send them to. */
export const unsentPage = (unsent: Unsent, { over }: { over: boolean }): string =>
  page(
    'Not sent',
    html`<h1>Not sent</h1>
${
  over
    ? html`${trouble(unsent.why)}<label for="words">Your words</label><textarea id="words" readonly>
${unsent.text}</textarea>`
    : writeForm(unsent.pairId, undefined, unsent)
}
<p><a href="/curator/buddies">Back to your buddies</a></p>`,
  );

export const endBuddyPage = ({ pairId, penName, role }: Buddy): string =>
  page(
    'End being buddies',
    html`<h1>End being buddies with ${penName}?</h1>
<p>That is fine. Nobody will ask why, and ${penName} is told no reason.</p>
<p>What you wrote to each other is then not shown any more. ${role === 'forYou' ? 'You can ask for a buddy again.' : 'You then offer to be a buddy no more, until you offer it again.'}</p>
<form method="post" action="${buddyPath(pairId)}/end"><button type="submit">Yes, end it</button></form>
<p><a href="/curator/buddies">No, stay buddies</a></p>`,
  );
