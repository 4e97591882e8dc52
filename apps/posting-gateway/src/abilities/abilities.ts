import type { Ability, operations } from '@baton/contracts';

type PostingOperation = keyof (typeof operations)['posting-gateway'];

/** `through`: the operation that does it; null where nobody can do it through Baton. */
interface WhatOneCanDo {
  readonly through: PostingOperation | null;
  readonly words: string;
}

/**
 * What X lets a tool do that a charity signs up for by itself (docs.x.com; quoting, liking and following ended for such
 * tools in April 2026), and what Baton makes of it. Direct messages are left out by choice, not by X: see the scopes that
 * are asked for.
 */
export const abilities = {
  post: { through: 'submit-posts', words: 'You can write a post. It has room for 280 characters.' },
  thread: {
    through: 'submit-posts',
    words: 'You can send up to 25 posts as one thread. They go out in order.',
  },
  pictures: {
    through: 'begin-media',
    words: 'You can add up to four pictures or one GIF. Please say what each of them shows.',
  },
  poll: {
    through: 'submit-posts',
    words: 'You can ask a question with two to four answers. A post with a poll cannot have pictures.',
  },
  reply: {
    through: 'submit-posts',
    words: 'You can answer people who mention the account. X does not let Baton answer anyone else.',
  },
  replySettings: { through: 'submit-posts', words: 'You can choose who may answer your post.' },
  timed: { through: 'submit-posts', words: 'You can choose when a post goes out during the takeover.' },
  draft: {
    through: 'save-draft',
    words: 'You can keep drafts before and during the takeover. They stay yours after it.',
  },
  edit: { through: 'edit-post', words: 'You can change a post until it goes out.' },
  delete: {
    through: 'delete-post',
    words: 'You can delete a post that is out. What others copied stays with them.',
  },
  editAfterPublishing: {
    through: null,
    words: 'A post cannot be changed once it is out. You can delete it and write it anew.',
  },
  quote: {
    through: null,
    words: 'X does not let tools like Baton quote a post. You can tell what it says in your own words.',
  },
  like: {
    through: null,
    words: 'X does not let tools like Baton like a post. You can write a kind answer if they mention you.',
  },
  follow: {
    through: null,
    words: 'X does not let tools like Baton follow people. Ask the team if there is someone to follow.',
  },
  directMessages: {
    through: null,
    words: 'Baton never reads or sends direct messages. People who write to the charity can trust that.',
  },
  video: {
    through: null,
    words: 'Baton does not take videos yet. You can use pictures or a GIF.',
  },
  pin: {
    through: null,
    words: 'X does not let tools like Baton pin a post. Ask the team, and they can do it on X.',
  },
} as const satisfies Record<Ability, WhatOneCanDo>;
