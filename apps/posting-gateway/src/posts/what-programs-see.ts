import type { Post } from '@baton/contracts';

/**
 * A charity's own program sees what everybody sees on X: posts that are out, without what the checks and the team made of
 * them. What waits, was declined or never went is between the curator and the team.
 */
export const whatProgramsSee = (posts: readonly Post[]): Post[] =>
  posts
    .filter(({ status }) => status.state === 'published')
    .map((post) => ({ ...post, findings: [], signposting: [], timeline: [] }));
