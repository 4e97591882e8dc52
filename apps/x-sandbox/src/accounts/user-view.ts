import type { Account } from './account.js';

/** An account as the API shows it: id, name and username always. Only its followers are counted. */
export function userView(account: Account, fields: ReadonlySet<string>): object {
  const view: Record<string, unknown> = { id: account.id, name: account.name, username: account.username };
  if (fields.has('created_at')) view['created_at'] = account.createdAt.toISOString();
  if (fields.has('protected')) view['protected'] = false;
  if (fields.has('verified')) view['verified'] = account.verified;
  if (fields.has('public_metrics')) {
    const followers_count = account.followers;
    view['public_metrics'] = { followers_count, following_count: 0, tweet_count: 0, listed_count: 0 };
  }
  return view;
}
