import type { listTakeovers, OutputOf, Post } from '@baton/contracts';
import { html } from './html.js';
import { moment, page } from './layout.js';
import { postPanel } from './post-panel.js';
import { signOutForm, windowWords } from './window-words.js';

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
<p><a href="/curator/rehearsal">Try it first: a rehearsal that nobody sees</a></p>
${takeovers.length === 0 ? html`<p>You have not booked a slot yet.</p>` : null}
${takeovers.map(
  ({ takeover, posts }) => html`<h2>${moment(takeover.opensAt, zone)}</h2>
<p>${windowWords(takeover, zone)}</p>${posts.length > 0 ? posts.map((post) => postPanel(post, zone)) : html`<p class="soft">No posts yet.</p>`}`,
)}<p><a href="/curator/part">Your part: certificates, pass the baton, not now</a></p>
${signOutForm}`,
  );
}
