import type { ApplicationState, OutputOf, viewBoard } from '@baton/contracts';
import { type Html, html } from './html.js';

type Board = OutputOf<typeof viewBoard>;
type Card = Board['columns'][number]['cards'][number];

const columnWords: Readonly<Partial<Record<ApplicationState, string>>> = {
  applied: 'nobody has looked yet',
  screening: 'being looked at',
  accepted: 'accepted',
  preparing: 'preparing',
  ready: 'ready',
  live: 'on air',
  alumni: 'have curated',
  declined: 'declined',
  later: 'not now',
};

const shownWaiting = 5;

/** Who waits for the team, longest first, and how many there are of each. The desk to decide at comes later. */
export function applicationsPanel({ columns }: Board): Html {
  const waiting = columns.reduce((sum, { waitForTeam }) => sum + waitForTeam, 0);
  const cards = columns.flatMap((column) => column.cards.filter(({ turn }) => turn === 'team'));
  const longest = cards.toSorted((one, other) => one.waitingSince.localeCompare(other.waitingSince));
  const counted = columns.filter(({ count }) => count > 0);
  return html`<h2>Applications (${waiting} wait for you)</h2>
${longest.length > 0 ? html`<ul>${longest.slice(0, shownWaiting).map(waitingLine)}</ul>` : html`<p class="soft">Nobody waits for you.</p>`}
${counted.length > 0 ? html`<p class="soft">${counted.map(({ state, count }) => `${count} ${columnWords[state] ?? state}`).join(', ')}.</p>` : null}`;
}

const waitingLine = ({ penName, daysWaiting, unreadAnswers, appliedBefore }: Card): Html =>
  html`<li><strong>${penName}</strong>, ${daysWaiting === 0 ? 'since today' : `for ${daysWaiting} ${daysWaiting === 1 ? 'day' : 'days'}`}${unreadAnswers > 0 ? ', has written to you' : ''}${appliedBefore > 0 ? ', has applied before' : ''}</li>`;
