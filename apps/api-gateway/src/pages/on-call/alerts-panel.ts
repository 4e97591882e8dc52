import type { AlertReason, listAlerts, OutputOf } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { dayAndTime, timeOn } from '../weekends/clocks.js';
import { press } from '../weekends/weekend-words.js';

export type Alert = OutputOf<typeof listAlerts>['alerts'][number];

const reasonWords: Readonly<Record<AlertReason, string>> = {
  crisis: 'Somebody may need help',
  reported: 'A message was reported',
  storm: 'Very many messages come in',
  handedUp: 'A moderator asks for a manager',
  late: 'Something waits for too long',
  preFlight: 'Something is missing for the next takeover',
  uncovered: 'Nobody is left to ask for a weekend',
};

export const waitsForSomebody = ({ takenBy, settledAt }: Alert): boolean =>
  takenBy === null && settledAt === null;

interface Around {
  readonly slug: string;
  readonly zone: string;
}

/** A call with its one button; nobody else is called any more once it is pressed. */
export const alertPanel = (
  { alertId, reason, raisedAt, calledAtFirst, escalatedAt }: Alert,
  { slug, zone }: Around,
): Html =>
  html`<section class="panel"><h3>${reasonWords[reason]}</h3>
<p>Since ${dayAndTime(raisedAt, zone)}. ${escalatedAt ? html`Nobody answered until ${timeOn(escalatedAt, zone)}, so everybody was called.` : `${calledAtFirst} of the team ${calledAtFirst === 1 ? 'was' : 'were'} called.`}</p>
${press(`/c/${slug}/on-call/take`, `I see to it: ${reasonWords[reason].toLowerCase()}`, { fields: { alertId } })}</section>`;

/** What became of a call: somebody saw to it, or the reason for it went by itself. */
export const pastLine = (
  alert: Alert,
  { zone, nameOf }: { readonly zone: string; readonly nameOf: (memberId: string) => string },
): Html =>
  html`<li><p><strong>${reasonWords[alert.reason]}</strong>, ${dayAndTime(alert.raisedAt, zone)}</p><p>${whatBecameOf(alert, zone, nameOf)}</p></li>`;

function whatBecameOf(
  { takenBy, takenAt, settledAt }: Alert,
  zone: string,
  nameOf: (memberId: string) => string,
): Html {
  if (takenBy && takenAt) return html`${nameOf(takenBy)} saw to it, ${dayAndTime(takenAt, zone)}`;
  return html`It has settled itself${settledAt ? html`, ${dayAndTime(settledAt, zone)}` : null}. Nobody has to do anything.`;
}
