import type { Post, PostState, StoryVoice, WaitingFor } from '@baton/contracts';
import { type Html, html } from './html.js';
import { clockTime, moment } from './layout.js';

/** A post with everything that belongs to it and its story, for whoever may read it. */
/** `look`: how to ask for words that are kept back, for who is spared them. */
export const postPanel = (
  post: Post,
  zone: string,
  look: Html | null = null,
): Html => html`<article class="panel">
${post.hidden ? html`<p class="soft">${post.hidden.words}</p>${look}` : html`<p class="typed">${post.text}</p>`}${attachments(post)}<p><strong>${stateWords(post.status, zone)}</strong></p>
<ul class="story">${post.timeline.map(
  ({ at, by, what }) => html`<li>${clockTime(at, zone)}, ${voiceWords[by]}: ${what}</li>`,
)}</ul></article>`;

const attachments = ({ poll, mediaIds }: Post): Html =>
  html`${
    poll ? html`<ul>${poll.options.map((option) => html`<li class="typed">${option}</li>`)}</ul>` : null
  }${mediaIds.length > 0 ? html`<p class="soft">${mediaIds.length === 1 ? 'With a picture' : `With ${mediaIds.length} pictures`}</p>` : null}`;

const voiceWords: Record<StoryVoice, string> = {
  author: 'the author',
  team: 'the team',
  checks: 'the checks',
  baton: 'Baton',
  x: 'X',
};

const waitingWords: Record<WaitingFor, string> = {
  time: 'Waiting for its time',
  author: 'Waiting for its author’s yes',
  rest: 'Waiting: its author is resting',
  thread: 'Waiting for another part of its thread',
  switch: 'Waiting: the charity has the account just now',
  standing: 'Waiting: posting is stopped for the whole charity',
  x: 'Waiting: X asked to be left alone for a while',
  account: 'Waiting: the account has to be connected again',
  credit: 'Waiting: the charity’s credit at X is used up',
  budget: 'Waiting: the budget of this takeover is used up',
  takeover: 'Waiting until the takeover is over',
  introduction: 'Waiting: the charity introduces its author first',
};

function stateWords(status: PostState, zone: string): Html | string {
  switch (status.state) {
    case 'held':
      return html`Waiting for a check: the team means to look by ${clockTime(status.wait.by, zone)}${status.wait.isLate ? ', and is late' : ''}`;
    case 'declined':
      return `Declined: ${status.reason}`;
    case 'queued':
      if (status.waitingFor === 'time') return html`Goes out ${moment(status.dueAt, zone)}`;
      return status.waitingFor ? waitingWords[status.waitingFor] : 'Goes out next';
    case 'attempting':
      return 'Going out';
    case 'published':
      return 'Published';
    case 'deleted':
      return 'Deleted on X';
    case 'rejected':
      return `X said no: ${status.words}`;
    case 'unknown':
      return status.lookingUntil ? 'Unknown: looking on the timeline' : 'Unknown: the team decides';
    case 'withdrawn':
      return 'Not going out';
    case 'missedWindow':
      return 'Not sent: the window had closed';
  }
}
