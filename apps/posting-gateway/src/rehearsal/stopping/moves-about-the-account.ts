import type { InputOf, releaseSwitch, setSwitch } from '@baton/contracts';
import { SetRest } from '../../resting/set-rest.js';
import { GiveAccountBack } from '../../takeovers/give-account-back.js';
import { anything, byCurator, inTakeover } from './bans.js';
import type { Move } from './evening.js';

type Pressed = InputOf<typeof setSwitch>['mode'];

export const presses =
  (people: number): Move =>
  async (evening) => {
    const mode = evening.random.pick<Pressed>(['hold', 'hold', 'pause', 'pause', 'pause', 'takenBack']);
    evening.counts.presses += 1;
    await evening.presses(`${people} press ${mode}`, mode, () =>
      Promise.all(Array.from({ length: people }, () => evening.charity.trySwitch(mode))),
    );
  };

export const releases: Move = (evening) => {
  const to = evening.random.pick(['off', 'off', 'hold'] as const);
  return releasesTo(to, evening.random.pick(['review', 'goOn'] as const))(evening);
};

type Release = InputOf<typeof releaseSwitch>;

const releasesTo =
  (to: Release['to'], held: Release['held']): Move =>
  (evening) =>
    evening.presses(`release to ${to}, ${held}`, to, async () => {
      const began = await evening.now();
      const answer = await evening.charity.release(to, held);
      if (answer.ok) evening.lift(/^stopped by the switch/, began);
      if (answer.ok && to === 'off' && held === 'goOn') evening.lift(/^is held/, began);
      return [answer];
    });

export const rests =
  (resting: boolean): Move =>
  async (evening) => {
    const { charityId, takeoverId } = evening.charity;
    const { answer, answered } = await evening.asks(resting ? 'rest' : 'be back', async (began) => {
      const rest = evening.stage.app.get(SetRest);
      const given = await rest.handle({ charityId, takeoverId, resting }, evening.charity.asCurator());
      if (given.ok && !resting) evening.lift(/^the curator rests/, began);
      return given;
    });
    if (answer.ok && resting) evening.ban('the curator rests', answered, byCurator);
  };

export const givesBack: Move = async (evening) => {
  const { charityId, takeoverId } = evening.charity;
  const done = await evening.asks('give the account back', () =>
    evening.stage.app.get(GiveAccountBack).handle({ charityId, takeoverId }, evening.charity.asCurator()),
  );
  if (done.answer.ok) evening.endsEarly(done);
};

export const hearsItClosed: Move = async (evening) =>
  evening.endsEarly(await evening.asks('the rota says it closed', () => evening.charity.close()));

export const withdrawsConsent: Move = async (evening) => {
  const { answered } = await evening.asks('take back consent', () =>
    evening.charity.withdrawsConsent('keep'),
  );
  evening.ban('consent had been taken back', answered, inTakeover);
};

export const isSuspended: Move = async (evening) => {
  const { answered } = await evening.asks('suspend', () => evening.charity.stands('suspended'));
  evening.ban('the charity is suspended', answered, anything);
};

export const isActiveAgain: Move = (evening) =>
  evening.asks('stand active again', async (began) => {
    await evening.charity.stands('active');
    evening.lift(/^the charity is suspended/, began);
  });

/** Everything that can be lifted is. */
export const handsOverAgain: Move = async (evening) => {
  if (evening.isBanned(/^the charity is suspended/)) await isActiveAgain(evening);
  if (evening.isBanned(/^the curator rests/)) await rests(false)(evening);
  if (evening.isBanned(/^stopped by the switch/)) await releasesTo('off', 'goOn')(evening);
};

/** Longer, or shorter; not to an end that is over already. */
export const endsAtAnotherTime: Move = (evening) =>
  evening.movesWindow((now, { opensAt, closesAt }) => {
    const soon = Math.max(now, opensAt) + evening.random.pick([2_000, 20_000]);
    const other = evening.random.pick([soon, soon, closesAt + 600_000, closesAt - 60_000]);
    return other > Math.max(now, opensAt) + 1_000 ? { opensAt, closesAt: other } : undefined;
  });

/** Now, sooner or later; not once it has begun. */
export const opensAtAnotherTime: Move = (evening) =>
  evening.movesWindow((now, { opensAt, closesAt }) => {
    const other = evening.random.pick([now, opensAt + 60_000, Math.max(now, opensAt - 60_000)]);
    return now < opensAt && other < closesAt - 1_000 ? { opensAt: other, closesAt } : undefined;
  });
