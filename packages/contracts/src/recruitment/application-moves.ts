import { z } from 'zod';

/**
 * Where somebody is between applying and having curated.
 *
 * - `applied`: nobody has looked yet. `screening`: somebody of the team has begun to. `accepted`: the team said yes, and the
 *   person has not begun. `preparing`: they have. `ready`: their list is done and they may book. `live`: the account is in
 *   their hands. `alumni`: it was.
 * - `later`: not now, by the team's word or their own. `declined`: the team said no.
 * - `withdrawn`, `left`: the person is gone, as an applicant or as a curator, and what was kept about them is erased.
 */
export const ApplicationState = z.enum([
  'applied',
  'screening',
  'accepted',
  'preparing',
  'ready',
  'live',
  'alumni',
  'later',
  'declined',
  'withdrawn',
  'left',
]);
export type ApplicationState = z.infer<typeof ApplicationState>;

/** `baton`: by itself, because something has happened. `person`: the applicant or curator. */
export type MovedBy = 'person' | 'team' | 'baton';

export interface ApplicationMove {
  readonly from: ApplicationState;
  readonly to: ApplicationState;
  readonly by: MovedBy;
  /** What has happened, as a person would tell it. */
  readonly why: string;
}

/** Every way on, by whom and why. The database refuses every other. */
export const applicationMoves = [
  {
    from: 'applied',
    to: 'screening',
    by: 'team',
    why: 'Somebody of the team looked, asked or noted something.',
  },
  { from: 'applied', to: 'accepted', by: 'team', why: 'The team said yes.' },
  { from: 'applied', to: 'later', by: 'team', why: 'The team said: not now.' },
  { from: 'applied', to: 'declined', by: 'team', why: 'The team said no, kindly.' },
  { from: 'applied', to: 'withdrawn', by: 'person', why: 'The applicant went.' },

  { from: 'screening', to: 'accepted', by: 'team', why: 'The team said yes.' },
  { from: 'screening', to: 'later', by: 'team', why: 'The team said: not now.' },
  { from: 'screening', to: 'declined', by: 'team', why: 'The team said no, kindly.' },
  { from: 'screening', to: 'withdrawn', by: 'person', why: 'The applicant went.' },

  { from: 'declined', to: 'screening', by: 'team', why: 'The team took its no back, before it was mailed.' },
  { from: 'declined', to: 'withdrawn', by: 'baton', why: 'It was kept long enough.' },
  { from: 'declined', to: 'withdrawn', by: 'person', why: 'The applicant went.' },
  { from: 'later', to: 'screening', by: 'team', why: 'The team looks again.' },
  { from: 'later', to: 'screening', by: 'baton', why: 'The day has come that the team had set.' },
  { from: 'later', to: 'accepted', by: 'team', why: 'The team said yes after all.' },
  { from: 'later', to: 'declined', by: 'team', why: 'The team said no after all, kindly.' },
  { from: 'later', to: 'withdrawn', by: 'person', why: 'The applicant went.' },

  {
    from: 'accepted',
    to: 'preparing',
    by: 'person',
    why: 'They signed in, or did the first thing on their list.',
  },
  { from: 'accepted', to: 'later', by: 'person', why: 'They said: not now.' },
  { from: 'accepted', to: 'left', by: 'person', why: 'They left.' },
  { from: 'preparing', to: 'ready', by: 'baton', why: 'Their list is done.' },
  { from: 'preparing', to: 'later', by: 'person', why: 'They said: not now.' },
  { from: 'preparing', to: 'left', by: 'person', why: 'They left.' },
  { from: 'ready', to: 'live', by: 'baton', why: 'Their takeover opened.' },
  { from: 'ready', to: 'preparing', by: 'person', why: 'They took back their consent to post.' },
  { from: 'ready', to: 'later', by: 'person', why: 'They said: not now.' },
  { from: 'ready', to: 'left', by: 'person', why: 'They left.' },
  { from: 'live', to: 'alumni', by: 'baton', why: 'Their takeover closed.' },
  { from: 'live', to: 'preparing', by: 'person', why: 'They took back their consent to post.' },
  { from: 'live', to: 'left', by: 'person', why: 'They left.' },

  { from: 'alumni', to: 'ready', by: 'baton', why: 'They come again, and their list is still done.' },
  {
    from: 'alumni',
    to: 'preparing',
    by: 'person',
    why: 'They come again, and something on their list is new.',
  },
  { from: 'alumni', to: 'preparing', by: 'person', why: 'They took back their consent to post.' },
  { from: 'alumni', to: 'live', by: 'baton', why: 'Another takeover of theirs opened.' },
  { from: 'alumni', to: 'later', by: 'person', why: 'They said: not now.' },
  { from: 'alumni', to: 'left', by: 'person', why: 'They left.' },
  { from: 'later', to: 'ready', by: 'person', why: 'They are back, and their list is still done.' },
  {
    from: 'later',
    to: 'preparing',
    by: 'person',
    why: 'They are back, and something on their list is open.',
  },
  { from: 'later', to: 'left', by: 'person', why: 'They left.' },
] as const satisfies readonly ApplicationMove[];

/** Whether the person is gone, and what was kept about them with them. */
export const isGone = (state: ApplicationState): state is 'withdrawn' | 'left' =>
  state === 'withdrawn' || state === 'left';

/** Whether somebody in this state may write under the charity's name when their window is open. */
export const mayCurate = (state: ApplicationState): boolean =>
  state === 'ready' || state === 'live' || state === 'alumni';
