import type { listReviewQueue, listTakeovers, OutputOf, Post, viewSwitch } from '@baton/contracts';
import { type Html, html } from './html.js';
import { moment, page } from './layout.js';
import { postPanel } from './post-panel.js';

type Takeover = OutputOf<typeof listTakeovers>['takeovers'][number];

export interface CuratorView {
  readonly zone: string;
  readonly takeovers: readonly { takeover: Takeover; posts: readonly Post[] }[];
}

/** What a signed-in curator has: their takeovers, and the story of every post. */
export function curatorPage({ zone, takeovers }: CuratorView): string {
  return page(
    'Your takeovers',
    html`<h1>Your takeovers</h1>
${takeovers.length === 0 ? html`<p>You have not booked a slot yet.</p>` : null}
${takeovers.map(
  ({ takeover, posts }) => html`<h2>${moment(takeover.opensAt, zone)}</h2>
<p>${windowWords(takeover, zone)}</p>${posts.length > 0 ? posts.map((post) => postPanel(post, zone)) : html`<p class="soft">No posts yet.</p>`}`,
)}${signOutForm}`,
  );
}

export interface ManagerView {
  readonly zone: string;
  readonly slug: string;
  readonly handover: OutputOf<typeof viewSwitch>;
  readonly review: OutputOf<typeof listReviewQueue>;
  readonly takeovers: readonly Takeover[];
}

/** What the Takeover Manager needs to see at a glance. Deciding comes with the desk; until then through the API. */
export function managerPage({ zone, slug, handover, review, takeovers }: ManagerView): string {
  return page(
    'The weekend',
    html`<h1>The weekend</h1>
<div class="panel"><p><strong>Kill switch:</strong> ${switchWords[handover.mode]}${handover.reason ? ` (${handover.reason})` : ''}</p></div>
<h2>Waiting for a person (${review.held.length})</h2>
${review.held.length > 0 ? review.held.map((post) => postPanel(post, zone)) : html`<p class="soft">Nothing is held.</p>`}
<h2>Perhaps out, perhaps not (${review.unknown.length})</h2>
${review.unknown.length > 0 ? review.unknown.map((post) => postPanel(post, zone)) : html`<p class="soft">Every outcome is known.</p>`}
<h2>Takeovers</h2>
${takeovers.length > 0 ? takeovers.slice(0, 20).map((takeover) => html`<p><strong>${takeover.penName}</strong>, from ${moment(takeover.opensAt, zone)}; ${windowWords(takeover, zone)}</p>`) : html`<p class="soft">No slot is booked yet.</p>`}
<p><a href="/c/${slug}/set-up">The set-up: what is still to do</a> <a href="/c/${slug}/audit">The audit: who did what</a></p>
${signOutForm}`,
  );
}

const switchWords = {
  off: 'off, the curator has the account in their window',
  hold: 'every post waits for a moderator',
  pause: 'paused, nothing goes out',
  takenBack: 'taken back, the charity has the account',
} as const;

const windowWords = ({ state, closesAt }: Takeover, zone: string): Html =>
  state === 'closed'
    ? html`ended ${moment(closesAt, zone)}`
    : state === 'open'
      ? html`open until ${moment(closesAt, zone)}`
      : html`booked, until ${moment(closesAt, zone)}`;

const signOutForm = html`<form method="post" action="/sign-out"><button type="submit">Sign out</button></form>`;
