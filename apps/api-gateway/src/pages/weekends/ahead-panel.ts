import type { listMyOffers, listSwaps, listTakeovers, OutputOf } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { type Clocks, dayAndTime, daysInShort, daysOf, windowOn } from './clocks.js';
import { press, weekendsPath } from './weekend-words.js';

export type Takeover = OutputOf<typeof listTakeovers>['takeovers'][number];
type Offer = OutputOf<typeof listMyOffers>['offers'][number];
export type Swap = OutputOf<typeof listSwaps>['swaps'][number];

export interface Ahead {
  readonly clocks: Clocks;
  readonly takeovers: readonly Takeover[];
  readonly offers: readonly Offer[];
  readonly swaps: readonly Swap[];
  /** Whoever may book is led there. */
  readonly mayBook: boolean;
}

/** Farther ahead nobody is unwell “today”: a slip of the finger must not give up a weekend of next year. */
const soonMs = 14 * 86_400_000;
export const isSoon = ({ opensAt }: Pick<Takeover, 'opensAt'>): boolean =>
  Date.parse(opensAt) < Date.now() + soonMs;

export const weekendPath = (takeoverId: string): string => `/curator/weekend/${takeoverId}`;

/** What waits for an answer first, then the weekends ahead, the soonest on top. */
export function aheadPanel({ clocks, takeovers, offers, swaps, mayBook }: Ahead): Html {
  const ahead = takeovers
    .filter(({ state }) => state !== 'closed')
    .sort((one, other) => one.opensAt.localeCompare(other.opensAt));
  return html`${offers.filter(({ state }) => state === 'open').map((offer) => offerPanel(offer, clocks))}
${swaps.filter(({ state }) => state === 'asked' || state === 'agreed').map((swap) => swapPanel(swap, clocks))}
${ahead.map((takeover, at) => weekendPanel(takeover, { clocks, isNext: at === 0 }))}
${mayBook && ahead.length === 0 ? html`<h2>Your weekend</h2><p>You have none ahead. <a href="${weekendsPath}">Choose a weekend</a></p>` : null}`;
}

const weekendPanel = (
  takeover: Takeover,
  { clocks, isNext }: { clocks: Clocks; isNext: boolean },
): Html => html`<section class="panel"><h2>${takeover.state === 'open' ? 'Your weekend is on' : isNext ? 'Your weekend' : 'Another weekend of yours'}</h2>
${windowOn(takeover, clocks)}
${isNext && isSoon(takeover) ? unwellForm(takeover) : null}
<p><a href="${weekendPath(takeover.takeoverId)}">${takeover.state === 'open' ? 'More about' : 'Swap or call off'} ${daysInShort(takeover, clocks.own)}</a></p></section>`;

/** One tap: nobody is asked why, or whether they are sure. */
export const unwellForm = ({ takeoverId }: Pick<Takeover, 'takeoverId'>): Html =>
  html`${press('/curator/unwell', 'I am unwell today', { fields: { takeoverId }, quiet: true })}
<p class="soft">One tap, no reason. It gives up this weekend, and we ask others to take it.</p>`;

const offerPanel = ({ offerId, because, expiresAt, ...window }: Offer, clocks: Clocks): Html =>
  html`<section class="panel"><h2>Would you like this weekend?</h2>
<p>${because === 'cover' ? 'Somebody cannot make it, so we ask you.' : 'It has become free. We ask you before anybody can book it.'}</p>
${windowOn(window, clocks)}
<p>It is kept for you until <strong>${dayAndTime(expiresAt, clocks.own)}</strong>. A no is fine, and needs no reason.</p>
${press(`/curator/offers/${offerId}/accept`, 'Yes, I take it')}
${press(`/curator/offers/${offerId}/decline`, 'No, thank you', { quiet: true })}</section>`;

/** What somebody gets and what they give, as they see it; or, once it is done, has and had. */
export function bothSides({ state, gives, wants, mine }: Swap, clocks: Clocks): Html {
  const [got, given] = mine ? [wants, gives] : [gives, wants];
  const [yours, theirs] =
    state === 'done' ? ['Yours now:', 'Theirs now:'] : ['You would get:', 'You would give:'];
  return html`<p><span class="line"><strong>${yours}</strong> ${daysOf(got, clocks.own)}</span><span class="line"><strong>${theirs}</strong> ${daysOf(given, clocks.own)}</span></p>`;
}

/** A swap that waits for an answer, with the buttons of whoever looks. */
export function swapPanel(swap: Swap, clocks: Clocks): Html {
  const { swapId, state, gives, wants, mine, expiresAt } = swap;
  const other = (mine ? wants : gives).penName ?? 'another curator';
  const path = `/curator/swaps/${swapId}`;
  return html`<section class="panel"><h2>${mine ? `You asked ${other} to swap` : `Would you swap with ${other}?`}</h2>
${bothSides(swap, clocks)}
<p>${state === 'agreed' ? 'Both of you said yes. Now it waits for a yes of the team, until' : mine ? 'They have not answered yet. You keep what you have. They can answer until' : 'A no is fine, and needs no reason. You can answer until'} ${dayAndTime(expiresAt, clocks.own)}.</p>
${!mine && state === 'asked' ? html`${press(`${path}/yes`, 'Yes, swap')}${press(`${path}/no`, 'No, I keep mine', { quiet: true })}` : null}
${mine ? press(`${path}/withdraw`, 'Take it back', { quiet: true }) : null}</section>`;
}
