import { mostNoteCharacters, type OnCallShift } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { page } from '../layout.js';
import { hidden, trouble } from '../sign-in-pages.js';
import { teamPlaces } from '../team/team-places.js';
import { cityOf, dayAndTime, daysInShort, daysOf, hoursOf, type Window } from '../weekends/clocks.js';
import { press } from '../weekends/weekend-words.js';
import { type Alert, alertPanel, pastLine, waitsForSomebody } from './alerts-panel.js';
import type { MemberNames } from './member-names.js';

export interface OnCallView {
  readonly slug: string;
  readonly zone: string;
  readonly now: string;
  readonly isManager: boolean;
  readonly names: MemberNames;
  readonly shifts: readonly OnCallShift[];
  readonly alerts: readonly Alert[];
  /** The takeovers that are open or ahead, soonest first, each with the id its next shift gets. */
  readonly windows: readonly (Window & { readonly shiftId: string })[];
}

/** What somebody chose and typed, and what was wrong with it. */
export interface Chosen {
  readonly shiftId: string;
  readonly memberId: string;
  readonly to: string;
  readonly note: string;
  readonly problem: string;
}

/** Who is on call, for whom somebody is missing, and what the team was called for. */
export function onCallPage(view: OnCallView, chosen?: Chosen): string {
  const { slug, zone, now, shifts, alerts, windows, names } = view;
  const waiting = alerts.filter(waitsForSomebody);
  const past = alerts.filter((alert) => !waitsForSomebody(alert));
  const forYou = shifts.filter((shift) => isForYou(shift, names));
  const others = shifts.filter((shift) => !forYou.includes(shift));
  const onNow = others.filter(({ beginsAt }) => beginsAt <= now);
  const ahead = others.filter(({ beginsAt }) => beginsAt > now);
  const isNobodyThere = shifts.every(({ beginsAt }) => beginsAt > now);
  return page(
    'On call',
    html`<h1>On call</h1>
${trouble(chosen?.problem)}
<p class="soft">All times are on the clock of ${cityOf(zone)}.</p>
${waiting.length > 0 ? html`<h2>Somebody is needed (${waiting.length})</h2>${waiting.map((alert) => alertPanel(alert, { slug, zone }))}` : null}
${forYou.length > 0 ? html`<h2>You are asked to take over (${forYou.length})</h2>${forYou.map((shift) => shiftPanel(shift, view, chosen))}` : null}
<h2>Now</h2>${onNow.map((shift) => shiftPanel(shift, view, chosen))}${isNobodyThere ? html`<p><strong>Nobody is on call.</strong> A call goes to everybody of the team.</p>` : onNow.length === 0 ? html`<p>${forYou[0] && names.of(forYou[0].memberId)} is on call, and asks you to take over.</p>` : null}
<h2>The next takeovers</h2>${windows.length > 0 ? windows.map((window) => windowPanel(window, view, chosen)) : html`<p class="soft">No takeover is booked.</p>`}
<h2>Shifts ahead</h2>${ahead.length > 0 ? ahead.map((shift) => shiftPanel(shift, view, chosen)) : html`<p class="soft">None yet.</p>`}
<h2>Calls of the last two weeks</h2>${past.length > 0 ? html`<ul class="steps">${past.map((alert) => pastLine(alert, { zone, nameOf: (memberId) => names.of(memberId) }))}</ul>` : html`<p class="soft">${waiting.length > 0 ? 'None that somebody has taken.' : 'None.'}</p>`}
${view.isManager ? html`<h2>Settings</h2><p><a href="/c/${slug}/on-call/settings">How the team is called</a></p>` : null}
${teamPlaces(slug, 'on-call')}`,
  );
}

/** Offered to whoever looks, or to anybody. */
const isForYou = ({ isYou, offeredTo }: OnCallShift, names: MemberNames): boolean =>
  offeredTo !== null && !isYou && (offeredTo === 'anybody' || names.of(offeredTo) === 'You');

function windowPanel(
  window: OnCallView['windows'][number],
  { slug, zone, shifts, names, isManager }: OnCallView,
  chosen: Chosen | undefined,
): Html {
  const there = shifts.filter(
    ({ beginsAt, endsAt }) => beginsAt < window.closesAt && endsAt > window.opensAt,
  );
  const fields = { shiftId: window.shiftId, beginsAt: window.opensAt, endsAt: window.closesAt };
  const days = daysOf(window, zone);
  const isYou = there.some((shift) => shift.isYou);
  return html`<section class="panel"><h3>${days}</h3>
<p>From ${hoursOf(window, zone)}</p>
<p><strong>${there.length > 0 ? `On call: ${there.map(({ memberId }) => names.of(memberId)).join(', ')}` : 'Nobody is on call yet.'}</strong></p>
${isYou ? null : press(`/c/${slug}/on-call/plan`, `Put me on call for ${daysInShort(window, zone)}`, { fields, quiet: there.length > 0 })}
${isManager ? somebodyElse(window, { slug, zone, names, fields, chosen }) : null}</section>`;
}

interface Around {
  readonly slug: string;
  readonly zone: string;
  readonly names: MemberNames;
  readonly fields: Readonly<Record<string, string>>;
  readonly chosen: Chosen | undefined;
}

const somebodyElse = (
  window: OnCallView['windows'][number],
  { slug, zone, names, fields, chosen }: Around,
): Html =>
  html`<details><summary>Put somebody else on call</summary><form method="post" action="/c/${slug}/on-call/plan">${Object.entries(fields).map(([name, value]) => hidden(name, value))}
<label for="member-${window.shiftId}">Whom</label>
<select id="member-${window.shiftId}" name="memberId">${memberOptions(names, chosen?.memberId)}</select>
<button class="quiet" type="submit">Put them on call for ${daysInShort(window, zone)}</button></form></details>`;

const memberOptions = (names: MemberNames, chosen: string | undefined): Html[] =>
  names.team.map(
    ({ memberId, name }) =>
      html`<option value="${memberId}"${memberId === chosen ? html` selected` : null}>${name}</option>`,
  );

function shiftPanel(
  shift: OnCallShift,
  { slug, zone, names, isManager }: OnCallView,
  chosen: Chosen | undefined,
): Html {
  const { shiftId, memberId, beginsAt, endsAt, isYou, offeredTo, note } = shift;
  const path = `/c/${slug}/on-call`;
  const fields = { shiftId };
  const about = daysInShort({ opensAt: beginsAt, closesAt: endsAt }, zone);
  return html`<section class="panel"><h3>${names.of(memberId)}</h3>
<p><span class="line">From ${dayAndTime(beginsAt, zone)}</span><span class="line">to ${dayAndTime(endsAt, zone)}</span></p>
${note ? html`<p><strong>Handed over to you with these words:</strong></p><blockquote class="typed">${note}</blockquote><p class="soft">Only you can read them here, until your shift is over.</p>` : null}
${offeredTo ? html`<p><strong>Offered to ${offeredTo === 'anybody' ? 'anybody of the team' : names.of(offeredTo).replace(/^You$/, 'you')}.</strong> Until somebody takes it, ${isYou ? 'you are' : 'they are'} on call.</p>` : null}
${isForYou(shift, names) ? press(`${path}/accept`, `Take it, ${about}`, { fields }) : null}
${isYou && !offeredTo ? offerForm(shift, { path, names, about, chosen: chosen?.shiftId === shiftId ? chosen : undefined }) : null}
${isYou || isManager ? press(`${path}/give-up`, isYou ? `Give it up, ${about}` : `Take it out, ${about}`, { fields, quiet: true }) : null}</section>`;
}

const offerForm = (
  { shiftId, memberId }: OnCallShift,
  {
    path,
    names,
    about,
    chosen,
  }: { path: string; names: MemberNames; about: string; chosen: Chosen | undefined },
): Html =>
  html`<details${chosen ? html` open` : null}><summary>Ask somebody to take it</summary><form method="post" action="${path}/offer" autocomplete="off">${hidden('shiftId', shiftId)}
<label for="to-${shiftId}">Whom</label>
<select id="to-${shiftId}" name="to"><option value="">Anybody of the team</option>${names.team
    .filter((member) => member.memberId !== memberId)
    .map(
      (member) =>
        html`<option value="${member.memberId}"${member.memberId === chosen?.to ? html` selected` : null}>${member.name}</option>`,
    )}</select>
<label for="note-${shiftId}">A note for whoever takes it (you can leave this empty)</label>
<p class="soft" id="hint-${shiftId}">Only they read it, once they have taken it. It is erased when the shift is over. ${mostNoteCharacters} characters at most.</p>
<textarea id="note-${shiftId}" name="note" aria-describedby="hint-${shiftId}">
${chosen?.note ?? ''}</textarea>
<button class="quiet" type="submit">Ask them to take ${about}</button></form></details>`;
