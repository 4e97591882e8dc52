import twitterText from 'twitter-text';
import { mediaPath } from '../media/media-view.js';
import type { Poll, Post } from '../posts/post.js';
import type { World } from '../world/world.js';
import { escapeHtml } from './escape-html.js';

/** One post as a person reads it: who, when, whom it answers, its words, pictures with their alt text, its poll. */
export function postHtml(world: World, post: Post): string {
  const author = world.accounts.get(post.authorId);
  const name = author?.name ?? 'Unknown';
  return `<li class="post" id="post-${post.id}">${avatarHtml(name)}<article>
<p><strong>${escapeHtml(name)}</strong> <span class="quiet">@${escapeHtml(author?.username ?? '')} · ${timeHtml(post)}</span></p>
${answeredHtml(world, post)}
<p class="text">${textHtml(post)}</p>
${post.mediaIds.map((id) => pictureHtml(world, id)).join('')}
${post.poll ? pollHtml(post.poll, world.now()) : ''}
</article></li>`;
}

export function avatarHtml(name: string): string {
  return `<span class="avatar" aria-hidden="true">${escapeHtml([...name][0] ?? '?')}</span>`;
}

/** Coordinated universal time, said so: this computer's reader and its charity may be in different zones. */
function timeHtml({ appliedAt }: Post): string {
  const iso = new Date(appliedAt).toISOString();
  const words = new Date(appliedAt).toLocaleString('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone: 'UTC',
  });
  return `<time datetime="${iso}">${words} UTC</time>`;
}

function answeredHtml(world: World, { inReplyTo, authorId }: Post): string {
  if (!inReplyTo || inReplyTo.authorId === authorId) return '';
  const username = world.accounts.get(inReplyTo.authorId)?.username ?? 'someone';
  const parent = world.posts.findLive(inReplyTo.postId);
  const words = parent ? escapeHtml(parent.written) : 'This post was deleted.';
  return `<div class="answered quiet"><p>Answering @${escapeHtml(username)}</p><p class="text">${words}</p></div>`;
}

/** The typed words with their links; X shows a link without its protocol. */
function textHtml(post: Post): string {
  let html = '';
  let from = 0;
  for (const { url, indices } of twitterText.extractUrlsWithIndices(post.written, {
    extractUrlsWithoutProtocol: true,
  })) {
    const [start, end] = indices;
    const href = /^https?:/i.test(url) ? url : `http://${url}`;
    html += escapeHtml(post.written.slice(from, start));
    html += `<a href="${escapeHtml(href)}" rel="noreferrer">${escapeHtml(url.replace(/^https?:\/\//i, ''))}</a>`;
    from = end;
  }
  return html + escapeHtml(post.written.slice(from));
}

function pictureHtml(world: World, id: string): string {
  const media = world.media.get(id);
  if (media?.state !== 'ready') return '';
  const alt = escapeHtml(media.altText ?? '');
  const words = media.altText ? `Alt text: ${alt}` : 'No alt text';
  return `<figure><img src="${mediaPath(id)}" alt="${alt}" width="${media.size.width}" height="${media.size.height}"><figcaption>${words}</figcaption></figure>`;
}

function pollHtml(poll: Poll, now: Date): string {
  const options = poll.options.map((option) => `<li>${escapeHtml(option)}</li>`).join('');
  const ends = now < poll.endsAt ? `Open until ${poll.endsAt.toUTCString()}` : 'Closed';
  return `<ul class="poll" aria-label="Poll">${options}</ul><p class="quiet">Poll. ${ends}.</p>`;
}
