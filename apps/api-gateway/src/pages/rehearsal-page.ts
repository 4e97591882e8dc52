import type {
  listRehearsal,
  MadeUpMessage,
  MediaId,
  OutputOf,
  RehearsedPost,
  SignpostingResource,
} from '@baton/contracts';
import { helpPanel } from './help-panel.js';
import { type Html, html } from './html.js';
import { clockTime, page } from './layout.js';
import { composer, type RehearsalForm, type RehearsalProblem } from './rehearsal-form.js';
import { hidden } from './sign-in-pages.js';

export interface RehearsalView {
  readonly zone: string;
  readonly rehearsal: OutputOf<typeof listRehearsal>;
  /** What each picture was described as; empty: it was not. One that is not in it is not kept any more. */
  readonly descriptions: ReadonlyMap<MediaId, string>;
  readonly form: RehearsalForm;
  readonly problem?: RehearsalProblem | undefined;
  /** Where to find help, where words were refused that may be those of a crisis. */
  readonly help?: readonly SignpostingResource[];
}

/** A composer, and beside it what would have become of each post. Nobody but its curator sees this page. */
export function rehearsalPage(view: RehearsalView): string {
  const { zone, rehearsal, descriptions, form, problem } = view;
  const { posts, messages, room } = rehearsal;
  const [newest] = posts;
  const help =
    view.help ??
    posts.find(({ threadId, signposting }) => threadId === newest?.threadId && signposting.length > 0)
      ?.signposting ??
    [];
  return page(
    'Rehearsal',
    html`<h1>Rehearsal</h1>
<p class="panel"><strong>This is only a rehearsal: nobody sees it.</strong> Nothing here can go out, and the team cannot read
it. One thing is real: if you write that you are in danger, a person of the team is asked to see how you are.</p>
${help.length > 0 ? helpPanel(help) : null}
${form.answers ? answering(form.answers, messages) : html`<h2 id="write">Write something</h2>`}
${composer(form, problem)}
<h2>Your timeline</h2>
${
  posts.length > 0
    ? posts.map((post) => postOnTimeline(post, zone, descriptions))
    : html`<p class="soft">It is empty. Whatever you try appears here, as it would look.</p>`
}
<h2>Messages</h2>
<p>Nobody wrote these: Baton made them up, so that you can try answering one, or leaving it to the team.</p>
${messages.map(messagePanel)}
<h2>Begin again</h2>
<p>There is room for ${room} more ${room === 1 ? 'post' : 'posts'}. Beginning again erases everything you tried here.</p>
<form method="post" action="/curator/rehearsal/clear"><button type="submit" class="quiet">Erase it and begin again</button></form>
<p><a href="/curator">Back to your takeovers</a></p>`,
  );
}

/** What somebody typed, where nothing else of the rehearsal can be shown: they are signed out, or a part is away. */
export const keptRehearsalPage = (
  form: RehearsalForm,
  problem: RehearsalProblem,
  help: readonly SignpostingResource[] = [],
): string =>
  page(
    'Rehearsal',
    html`<h1>Rehearsal</h1>
${help.length > 0 ? helpPanel(help) : null}
${composer(form, problem)}
<p><a href="/curator/rehearsal">Back to your rehearsal, without these words</a></p>`,
  );

function answering(answers: string, messages: readonly MadeUpMessage[]): Html {
  const message = messages.find((candidate) => candidate.message === answers);
  return html`<h2 id="write">Answer a message</h2><blockquote class="typed">${message?.text}</blockquote>
<p><a href="/curator/rehearsal">Write a post instead</a></p>`;
}

const stateWords: Readonly<Record<RehearsedPost['status']['state'], string>> = {
  waiting: 'Goes out in a moment',
  out: 'Out',
  held: 'Waits for a person',
  blocked: 'Not taken',
  withdrawn: 'Taken back',
  deleted: 'Deleted',
};

const postOnTimeline = (
  post: RehearsedPost,
  zone: string,
  descriptions: ReadonlyMap<MediaId, string>,
): Html => html`<article class="panel${post.position > 1 ? ' in-thread' : ''}">
<p class="soft">The charity’s account, ${clockTime(post.acceptedAt, zone)}${post.answers ? ', answering a made-up message' : ''}</p>
<p class="typed">${post.text}</p>
${post.mediaIds.map((mediaId) => picture(mediaId, descriptions.get(mediaId)))}
${post.poll ? html`<ul>${post.poll.options.map((option) => html`<li class="typed">${option}</li>`)}</ul>` : null}
<p><strong>${stateWords[post.status.state]}.</strong> ${post.words}</p>
${post.findings.map(({ explanation, suggestion }) => html`<p>${explanation} ${suggestion}</p>`)}
<p class="soft">${countWords(post)}</p>
<details><summary>What happened to it</summary><ul class="story">${post.timeline.map(
  ({ at, what }) => html`<li>${clockTime(at, zone)}: ${what}</li>`,
)}</ul></details>
${
  post.undo
    ? html`<form method="post" action="/curator/rehearsal/undo">${hidden('postId', post.postId)}<p class="soft">${post.undo}</p><button type="submit" class="quiet">Undo</button></form>`
    : null
}</article>`;

const countWords = ({ weightedLength, remaining }: RehearsedPost): string =>
  remaining >= 0
    ? `X counts ${weightedLength} characters. There is room for ${remaining} more.`
    : `X counts ${weightedLength} characters, which is ${-remaining} too many.`;

const picture = (mediaId: MediaId, description: string | undefined): Html =>
  description === undefined
    ? html`<p class="soft">A picture that is not kept any more.</p>`
    : html`<img class="shown" src="/curator/rehearsal/pictures/${mediaId}" alt="${description || 'A picture without a description'}">`;

const messagePanel = ({ message, from, text, answered, parked, setAside }: MadeUpMessage): Html =>
  html`<section class="panel"><p class="soft">${from}${answered ? ', answered' : ''}${parked ? ', left to the team' : ''}</p>
${
  setAside
    ? html`<p>This one was set aside before you could see it, because it is ${setAside.kinds.map((kind) => kindWords[kind] ?? 'unkind').join(' and ')}. You need not look.</p>
<details><summary>Show it even so</summary><p class="typed">${text}</p></details>`
    : html`<p class="typed">${text}</p>`
}
${setAside ? null : html`<p><a href="/curator/rehearsal?answers=${message}">Answer it</a></p>`}
<form method="post" action="/curator/rehearsal/park">${hidden('message', message)}${hidden('parked', parked ? 'no' : 'yes')}
<button type="submit" class="quiet">${parked ? 'Take it back from the team' : 'Leave it to the team'}</button></form></section>`;

const kindWords: Readonly<Record<string, string>> = {
  abuse: 'abusive',
  slur: 'a slur',
  threat: 'a threat',
  sexual: 'sexual',
};
