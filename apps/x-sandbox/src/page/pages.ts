import type { Account } from '../accounts/account.js';
import type { World } from '../world/world.js';
import { escapeHtml } from './escape-html.js';
import { page } from './layout.js';
import { avatarHtml, postHtml } from './post-html.js';
import { joinThreads } from './threads.js';

export function accountsPage(world: World): string {
  const items = [...world.accounts.values()].map(
    ({ name, username }) =>
      `<li><a href="/${escapeHtml(username)}">${avatarHtml(name)}<span>${escapeHtml(name)} <span class="quiet">@${escapeHtml(username)}</span></span></a></li>`,
  );
  return page({
    title: 'Accounts',
    main: `<h1>Accounts</h1><ul class="accounts">${items.join('\n')}</ul>`,
    refreshes: true,
  });
}

export function timelinePage(world: World, account: Account): string {
  const now = world.now().getTime();
  const shown = [...world.posts.newestBy(account.id)].filter(
    ({ life, visibleAt }) => life.state === 'live' && visibleAt <= now,
  );
  const threads = joinThreads(shown).map(
    (thread) => `<ol class="thread">${thread.map((post) => postHtml(world, post)).join('\n')}</ol>`,
  );
  const suspended =
    account.standing === 'suspended' ? '<p><strong>This account is suspended.</strong></p>' : '';
  return page({
    title: account.name,
    main: `<div class="who">${avatarHtml(account.name)}<div><h1>${escapeHtml(account.name)}</h1><span class="quiet">@${escapeHtml(account.username)}</span></div></div>
${suspended}
${threads.length === 0 ? '<p>No posts yet.</p>' : threads.join('\n')}`,
    refreshes: true,
  });
}

export function notFoundPage(): string {
  return page({
    title: 'Not here',
    main: '<h1>There is no such page</h1><p><a href="/">All accounts</a></p>',
  });
}
