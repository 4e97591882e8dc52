import type {
  AskedAs,
  CoverState,
  listCover,
  listHiatuses,
  listRotas,
  listSwaps,
  OfferState,
  OutputOf,
} from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import type { Takeover } from '../weekends/ahead-panel.js';
import { cityOf, dayAndTime, daysInShort, daysOf, dayWords } from '../weekends/clocks.js';
import { press, type Slot } from '../weekends/weekend-words.js';

export type Cover = OutputOf<typeof listCover>['cover'][number];

export interface RotaView {
  readonly slug: string;
  readonly zone: string;
  /** Everybody else of the team reads, and changes nothing. */
  readonly manages: boolean;
  /** Managers and moderators can have the rota in their own calendar. */
  readonly hasCalendar: boolean;
  readonly slots: readonly Slot[];
  /** By slot. */
  readonly takeovers: ReadonlyMap<string, Takeover>;
  readonly cover: readonly Cover[];
  readonly swaps: OutputOf<typeof listSwaps>['swaps'];
  readonly rotas: OutputOf<typeof listRotas>['rotas'];
  readonly hiatuses: OutputOf<typeof listHiatuses>['hiatuses'];
  /** How many of the slots ahead are passed over. */
  readonly from: number;
}

export const rotaPath = (slug: string): string => `/c/${slug}/rota`;
const aPage = 20;

/** The slots ahead, and first of all where somebody is needed. */
export function rotaPage(view: RotaView, problem?: string): string {
  const { slug, zone, swaps, cover, slots } = view;
  const byId = new Map(slots.map((slot) => [slot.slotId, slot]));
  const needed = cover.filter(({ slotId, state }) =>
    state === 'asking' ? byId.has(slotId) : state === 'uncovered' && byId.get(slotId)?.uncovered,
  );
  const first = [...needed].sort(
    (one, other) => Number(one.state === 'asking') - Number(other.state === 'asking'),
  );
  const waiting = swaps.filter(({ state }) => state === 'agreed');
  return page(
    'The rota',
    html`<h1>The rota</h1>
${trouble(problem)}
<p class="soft">All times are on the clock of ${cityOf(zone)}.</p>
${view.manages ? html`<p><a href="#rules">Rules, single weekends and how people book</a></p>` : null}
${view.hasCalendar ? html`<p><a href="${rotaPath(slug)}/calendar">Put the rota into my calendar</a></p>` : null}
${first.length > 0 ? html`<h2>Somebody is needed (${first.length})</h2>${first.map((one) => coverPanel(one, view))}` : null}
${waiting.length > 0 ? html`<h2>Swaps that wait for your yes (${waiting.length})</h2>${waiting.map((swap) => swapPanel(swap, view))}` : null}
${weekendsAhead(view, new Set(needed.map(({ slotId }) => slotId)))}
${view.manages ? rulesOf(view) : null}
${teamPlaces(slug, 'rota')}`,
  );
}

function weekendsAhead(
  { slug, zone, manages, slots, takeovers, from }: RotaView,
  shown: ReadonlySet<string>,
): Html {
  const others = slots.filter(({ slotId }) => !shown.has(slotId));
  const path = rotaPath(slug);
  return html`<h2>${shown.size > 0 ? 'Other weekends ahead' : 'Weekends ahead'} (${others.length})</h2>
${slots.length === 0 ? html`<p>There is none yet. Set a rule, or add a weekend.</p>` : null}
<ul class="steps">${others.slice(from, from + aPage).map((slot) => html`<li><h3>${manages ? html`<a href="${path}/slots/${slot.slotId}">${daysOf(slot, zone)}</a>` : daysOf(slot, zone)}</h3><p>${slotWords(slot, takeovers.get(slot.slotId))}</p></li>`)}</ul>
${from > 0 ? html`<a href="${path}?from=${Math.max(0, from - aPage)}">Show earlier weekends</a> ` : null}${others.length > from + aPage ? html`<a href="${path}?from=${from + aPage}">Show later weekends</a>` : null}`;
}

const plainWords: Readonly<Record<Slot['state'], string>> = {
  free: 'Free',
  held: 'Somebody is just choosing it',
  offered: 'Somebody is asked whether they take it',
  booked: 'Booked',
  over: 'Over',
};

export const slotWords = ({ state, uncovered }: Slot, takeover: Takeover | undefined): Html =>
  takeover
    ? html`<strong>${takeover.penName}</strong>${takeover.state === 'open' ? ' has the account now' : null}`
    : uncovered
      ? html`<strong>Nobody is left to ask</strong>: it is yours to fill`
      : html`${plainWords[state]}`;

const coverWords: Readonly<Record<CoverState, string>> = {
  asking: 'Somebody is being asked',
  taken: 'Somebody has taken it',
  uncovered: 'Nobody is left to ask: the charity covers',
  free: 'Nobody who waits wants it: anybody may book it',
  stopped: 'You stopped the asking',
};
const askedAsWords: Readonly<Record<AskedAs, string>> = {
  standbyForSlot: 'stands by for it',
  standbyForDays: 'stands by for those days',
  waiting: 'waits for a weekend',
};
const offerWords: Readonly<Record<OfferState, string>> = {
  open: 'has not answered yet',
  accepted: 'said yes',
  declined: 'said no',
  expired: 'did not answer in time',
  withdrawn: 'is not asked any more',
};

export const coverPanel = (
  { slotId, opensAt, closesAt, state, asked, next }: Cover,
  { slug, zone }: Pick<RotaView, 'slug' | 'zone'>,
): Html => html`<section class="panel"><h3><a href="${rotaPath(slug)}/slots/${slotId}">${daysOf({ opensAt, closesAt }, zone)}</a></h3>
<p><strong>${coverWords[state]}.</strong></p>
${asked.length > 0 ? html`<ul>${asked.map((one) => html`<li>${one.penName} (${askedAsWords[one.askedAs]}): ${offerWords[one.state]}${one.state === 'open' ? html`, until ${dayAndTime(one.expiresAt, zone)}` : null}</li>`)}</ul>` : null}
${next ? html`<p>Next is ${next.penName}, who ${askedAsWords[next.askedAs]}.</p>` : null}
${state === 'asking' ? press(`${rotaPath(slug)}/slots/${slotId}/stop`, `Ask nobody else for ${daysInShort({ opensAt, closesAt }, zone)}`, { quiet: true }) : null}</section>`;

function swapPanel(
  { swapId, gives, wants, expiresAt }: RotaView['swaps'][number],
  { slug, zone }: RotaView,
): Html {
  const path = `${rotaPath(slug)}/swaps/${swapId}`;
  const names = `${gives.penName ?? 'somebody'} and ${wants.penName ?? 'somebody'}`;
  return html`<section class="panel"><h3>${names} would like to swap</h3>
<ul><li>${gives.penName ?? 'Somebody'} gives ${daysOf(gives, zone)}</li><li>${wants.penName ?? 'Somebody'} gives ${daysOf(wants, zone)}</li></ul>
<p>Both said yes. You can say yes until ${dayAndTime(expiresAt, zone)}.</p>
${press(`${path}/approve`, `Yes, let ${names} swap`)}${press(`${path}/refuse`, `No, ${names} keep theirs`, { quiet: true })}</section>`;
}

function rulesOf({ slug, zone, rotas, hiatuses }: RotaView): Html {
  const path = rotaPath(slug);
  const running = rotas.filter(({ endedAt }) => endedAt === null);
  return html`<h2 id="rules">The rules</h2>
<ul class="steps">${running.map(
    (rota) =>
      html`<li><p><strong>${rota.booked} booked, ${rota.free} free</strong>${rota.lastClosesAt ? html`, until ${dayAndTime(rota.lastClosesAt, zone)}` : null}</p><a href="${path}/rule?rota=${rota.rotaId}">Change this rule (from ${dayWords(rota.rule.startsOn)}, ${rota.rule.opensAtTime})</a><br><a href="${path}/rule/end?rota=${rota.rotaId}">End this rule</a></li>`,
  )}</ul>
<p><a href="${path}/rule">Make a new rule</a></p>
<p><a href="${path}/add">Add a single weekend</a></p>
<p><a href="${path}/hiatus">Times without takeovers (${hiatuses.length})</a></p>
<p><a href="${path}/booking">How people book</a></p>
<p><a href="${path}/moved">What moved because a country changed its clocks</a></p>`;
}
