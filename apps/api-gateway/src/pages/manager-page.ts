import type {
  Exposure,
  FollowUpOutcome,
  listFollowUps,
  listReported,
  listReviewQueue,
  listTakeovers,
  OutputOf,
  SwitchMode,
  setSwitch,
  viewBoard,
  viewSwitch,
} from '@baton/contracts';
import { applicationsPanel } from './applications-panel.js';
import { type Html, html } from './html.js';
import { moment, page } from './layout.js';
import { lookForm } from './look-form.js';
import { type Alert, alertPanel } from './on-call/alerts-panel.js';
import { postPanel } from './post-panel.js';
import { reportedPanel } from './reported-panel.js';
import { teamPlaces } from './team/team-places.js';
import { signOutForm, windowWords } from './window-words.js';

type FollowUp = OutputOf<typeof listFollowUps>['followUps'][number];

export interface ManagerView {
  readonly zone: string;
  readonly slug: string;
  readonly handover: OutputOf<typeof viewSwitch>;
  readonly review: OutputOf<typeof listReviewQueue>;
  /** Calls that nobody has taken yet. */
  readonly alerts: readonly Alert[];
  readonly followUps: readonly FollowUp[];
  readonly reported: OutputOf<typeof listReported>['reported'];
  readonly takeovers: OutputOf<typeof listTakeovers>['takeovers'];
  /** For those of the team who decide about applications. */
  readonly board: OutputOf<typeof viewBoard> | undefined;
}

/** What the team needs to see at a glance, whoever may be in need first. Deciding about posts comes with the desk. */
export function managerPage({
  zone,
  slug,
  handover,
  review,
  alerts,
  followUps,
  reported,
  takeovers,
  board,
}: ManagerView): string {
  return page(
    'The weekend',
    html`<h1>The weekend</h1>
${alerts.length > 0 ? html`<h2>The team is called (${alerts.length})</h2>${alerts.map((alert) => alertPanel(alert, { slug, zone }))}` : null}
<h2>Somebody may need help (${followUps.length})</h2>
${followUps.length > 0 ? followUps.map((followUp) => followUpPanel(followUp, { zone, slug, exposure: review.exposure })) : html`<p class="soft">Nobody is waiting for you.</p>`}
<h2>Messages that were reported (${reported.length})</h2>
${reported.length > 0 ? reported.map((one) => reportedPanel(one, { zone, slug, exposure: review.exposure })) : html`<p class="soft">None waits for you.</p>`}
<h2>The kill switch</h2>
${switchPanel(handover, slug)}
<h2>Waiting for a person (${review.held.length})</h2>
${review.held.length > 0 ? review.held.map((post) => postPanel(post, zone, lookForm(post, slug, review.exposure))) : html`<p class="soft">Nothing is held.</p>`}
<h2>Perhaps out, perhaps not (${review.unknown.length})</h2>
${review.unknown.length > 0 ? review.unknown.map((post) => postPanel(post, zone, lookForm(post, slug, review.exposure))) : html`<p class="soft">Every outcome is known.</p>`}
<h2>Takeovers</h2>
${takeovers.length > 0 ? takeovers.map((takeover) => html`<p><strong>${takeover.penName}</strong>, from ${moment(takeover.opensAt, zone)}; ${windowWords(takeover, zone)}</p>`) : html`<p class="soft">No slot is booked.</p>`}
${board ? applicationsPanel(board) : null}
${teamPlaces(slug, 'manager')}
${signOutForm}`,
  );
}

const followUpPanel = (
  { followUpId, takeoverId, post, severity, openedAt }: FollowUp,
  { zone, slug, exposure }: { readonly zone: string; readonly slug: string; readonly exposure: Exposure },
): Html =>
  html`<section class="panel"><p><strong>${severity === 'high' ? 'Please look now' : 'Please look'}</strong>, since ${moment(openedAt, zone)}. They were shown where to find help.</p>
${
  post
    ? postPanel(post, zone, lookForm(post, slug, exposure))
    : html`<p>${
        takeoverId
          ? 'It was not taken in, so their words are in their drafts alone.'
          : 'They wrote it in a rehearsal, which nobody else can read.'
      }</p>`
}
<form method="post" action="/manager/follow-ups?charity=${slug}"><input type="hidden" name="followUpId" value="${followUpId}">
<label for="outcome-${followUpId}">What was done?</label>
<select id="outcome-${followUpId}" name="outcome">${Object.entries(outcomeWords).map(
    ([outcome, words]) => html`<option value="${outcome}">${words}</option>`,
  )}</select>
<label for="note-${followUpId}">A note for the team (the curator never sees it)</label>
<input id="note-${followUpId}" name="note" maxlength="2000" autocomplete="off">
<button type="submit">I have seen to them</button></form></section>`;

const outcomeWords: Readonly<Record<FollowUpOutcome, string>> = {
  spokeWithThem: 'I spoke with them',
  pointedToHelp: 'I pointed them to help',
  emergencyServices: 'I called the emergency services',
  handedOver: 'Somebody else is seeing to them',
  notACrisis: 'It was not a crisis',
};

const switchPanel = ({ mode, reason }: ManagerView['handover'], slug: string): Html =>
  html`<div class="panel"><p><strong>Now:</strong> ${switchWords[mode]}${reason ? ` (${reason})` : ''}</p>
<form method="post" action="/manager/switch?charity=${slug}"><label for="reason">Why? You can leave this empty.</label>
<input id="reason" name="reason" maxlength="500" autocomplete="off">
${stricterThan[mode].map((to) => html`<button type="submit" name="mode" value="${to}">${throwWords[to]}</button> `)}</form>
${mode === 'takenBack' ? null : html`<p class="soft">“${throwWords.takenBack}” ends the takeover for good; the curator keeps their words. “${throwWords.pause}” can be undone.</p>`}
${mode === 'off' ? null : html`<form method="post" action="/manager/switch/release?charity=${slug}"><button type="submit">Hand the account back</button></form><p class="soft">You are asked to confirm that it is you. What only waited for this goes out next; what was held a moderator looks at.</p>`}</div>`;

const switchWords: Readonly<Record<SwitchMode, string>> = {
  off: 'off, the curator has the account in their window',
  hold: 'every post waits for a moderator',
  pause: 'paused, nothing goes out',
  takenBack: 'taken back: the takeover has ended, the charity has the account',
};

const stricterThan: Readonly<Record<SwitchMode, readonly Exclude<SwitchMode, 'off'>[]>> = {
  off: ['hold', 'pause', 'takenBack'],
  hold: ['pause', 'takenBack'],
  pause: ['takenBack'],
  takenBack: [],
};

const throwWords: Readonly<Record<Exclude<SwitchMode, 'off'>, string>> = {
  hold: 'Hold every post',
  pause: 'Pause',
  takenBack: 'Take the account back',
};

/** What the switch has done, at that moment. */
export function proofPage(proof: OutputOf<typeof setSwitch>, slug: string): string {
  const { stopped, links, unknown } = proof;
  return page(
    'Done',
    html`<h1>Done: ${switchWords[proof.switch.mode]}</h1>
<ul><li><strong>Stopped:</strong> ${stopped.length}</li>
<li><strong>Out before:</strong> ${proof.alreadyOut.length}${links.length > 0 ? html`<ul>${links.map(({ url }, index) => html`<li><a href="${url}">Post ${index + 1} on X</a></li>`)}</ul>` : null}</li>
<li><strong>Not known yet:</strong> ${unknown.length}${unknown.length > 0 ? '. X was just being asked. The weekend’s page says what became of them.' : null}</li></ul>
<p>This is kept as proof number ${proof.number}.</p>
<p><a href="/manager?charity=${slug}">Back to the weekend</a></p>`,
  );
}
