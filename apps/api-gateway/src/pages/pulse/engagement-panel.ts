import type { EngagementMark, FollowerMoment, OutputOf, viewEngagement } from '@baton/contracts';
import { type Html, html } from '../html.js';
import { moment } from '../layout.js';

type Engagement = OutputOf<typeof viewEngagement>;

const markWords: Readonly<Record<EngagementMark, string>> = {
  day: '24 hours after each post',
  threeDays: '72 hours after each post',
  week: '7 days after each post',
};
const momentWords: Readonly<Record<FollowerMoment, string>> = {
  opened: 'When it opened',
  closed: 'When it closed',
  week: 'A week later',
};
const kinds = {
  likes: 'Likes',
  replies: 'Replies',
  reposts: 'Reposts',
  quotes: 'Quotes',
  impressions: 'Times shown',
} as const;

/** Sums by mark, and followers by moment. What somebody felt who answered is not guessed. */
export const engagementPanel = ({ totals, followers }: Engagement, zone: string): Html => {
  const known = totals.filter(({ posts, leftOut }) => posts + leftOut > 0);
  return html`${
    known.length > 0
      ? known.map((total) => markTable(total))
      : html`<p class="soft">X has not been asked yet: the first time is a day after each post.</p>`
  }
${
  followers.length > 0
    ? html`<table><caption>Who follows the account</caption><tbody>${followers.map(
        (count) =>
          html`<tr><th scope="row">${momentWords[count.moment]} <span class="soft">(${moment(count.countedAt, zone)})</span></th><td>${count.followers}</td></tr>`,
      )}</tbody></table>`
    : null
}`;
};

const markTable = (total: Engagement['totals'][number]): Html =>
  html`<table><caption>${markWords[total.mark]}, ${total.posts} ${total.posts === 1 ? 'post' : 'posts'}</caption><tbody>${Object.entries(
    kinds,
  ).map(
    ([kind, words]) =>
      html`<tr><th scope="row">${words}</th><td>${total[kind as keyof typeof kinds]}</td></tr>`,
  )}</tbody></table>
${total.leftOut > 0 ? html`<p>${total.leftOut} ${total.leftOut === 1 ? 'post was' : 'posts were'} not asked about: the weekend had come to what it may cost.</p>` : null}`;
