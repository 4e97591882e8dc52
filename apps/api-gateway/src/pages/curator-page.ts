import type { listTakeovers, OutputOf, Post, Survey } from '@baton/contracts';
import { type Preparation, yourList } from './curator-list.js';
import { curatorPlaces } from './curator-places.js';
import { type Html, html } from './html.js';
import { moment, page } from './layout.js';
import { postPanel } from './post-panel.js';
import { askedPanel } from './surveys/own-surveys-page.js';
import { type Ahead, aheadPanel } from './weekends/ahead-panel.js';
import { signOutForm, windowWords } from './window-words.js';

type Takeover = OutputOf<typeof listTakeovers>['takeovers'][number];

export interface CuratorView {
  readonly zone: string;
  /** Undefined where recruitment does not answer. */
  readonly preparation: Preparation | undefined;
  /** Undefined where scheduling cannot say it just now. */
  readonly ahead?: Ahead | undefined;
  /** What they are asked; undefined where feedback does not answer. */
  readonly surveys?: readonly Survey[] | undefined;
  readonly takeovers: readonly { takeover: Takeover; posts: readonly Post[] }[];
}

/** What a signed-in curator has: their list, their takeovers, and the story of every post. The weekend comes first once it is on. */
export function curatorPage(view: CuratorView): string {
  const hasWeekend = view.ahead?.takeovers.some(({ state }) => state === 'scheduled');
  const list = yourList(view.preparation, hasWeekend);
  const isOn = view.takeovers.some(({ takeover }) => takeover.state === 'open');
  return page(
    'Your page',
    html`<h1>Your page</h1>
${view.ahead ? aheadPanel(view.ahead) : null}
${view.surveys ? askedPanel(view.surveys) : null}
${isOn ? [yourTakeovers(view), list] : [list, yourTakeovers(view)]}
${curatorPlaces('/curator')}
${signOutForm}`,
  );
}

/** Those that are ahead stand above, with what can be done about them. */
function yourTakeovers({ zone, ahead, takeovers }: CuratorView): Html | null {
  const shown = ahead ? takeovers.filter(({ takeover }) => takeover.state !== 'scheduled') : takeovers;
  return ahead && shown.length === 0 ? null : told(shown, zone);
}

const told = (takeovers: CuratorView['takeovers'], zone: string): Html => html`<h2>Your takeovers</h2>
${takeovers.length === 0 ? html`<p>You have not booked a weekend yet.</p>` : null}
${takeovers.map(
  ({ takeover, posts }) => html`<h3>${moment(takeover.opensAt, zone)}</h3>
<p>${windowWords(takeover, zone)}</p>${posts.length > 0 ? posts.map((post) => postPanel(post, zone)) : html`<p class="soft">No posts yet.</p>`}`,
)}`;
