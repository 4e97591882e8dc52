import type {
  AuditAction,
  CharityStanding,
  OutputOf,
  SetUpStep,
  StaffRole,
  viewSetUp,
} from '@baton/contracts';

export type AccountState = 'connected' | 'needsReconnecting' | 'disconnected';

/** What is known of a charity. `done`: actions its audit tells of, which is where its own decisions stand. */
export interface KnownOfCharity {
  readonly done: ReadonlySet<AuditAction>;
  readonly account: AccountState | undefined;
  readonly team: readonly StaffRole[];
  readonly hasBrand: boolean;
  readonly standing: CharityStanding;
}

type SetUp = OutputOf<typeof viewSetUp>;
type Step = SetUp['steps'][number];

/** Whoever can decide about a held post while the account is handed over. */
const onCall: readonly StaffRole[] = ['owner', 'manager', 'moderator'];

/**
 * Decides how far a set-up has come and what is missing before the first handover can open. Pure. Only what somebody has to
 * be safe from is needed; what makes a charity look like itself is not.
 */
export function decideReadiness(known: KnownOfCharity): SetUp {
  const steps = [
    weekendRule(known),
    policy(known),
    signposting(known),
    agreement(known),
    brand(known),
    account(known),
    team(known),
    firstCall(known),
  ];
  const stillMissing = [
    ...(known.standing === 'active' ? [] : [standingWords[known.standing]]),
    ...steps.filter(({ needed, state }) => needed && state !== 'done').map(({ words }) => words),
  ];
  return {
    steps,
    progress: { done: steps.filter(({ state }) => state === 'done').length, of: steps.length },
    readyForHandover: stillMissing.length === 0,
    stillMissing,
  };
}

const standingWords = {
  suspended: 'The platform has suspended this charity. Please ask its operator what to do.',
  leaving: 'This charity is leaving Baton. Take that back first, if it was not meant.',
} as const;

const step = (
  name: SetUpStep,
  title: string,
  { needed, isDone, words }: { needed: boolean; isDone: boolean; words: string },
): Step => ({ step: name, title, needed, state: isDone ? 'done' : 'missing', words: isDone ? '' : words });

const weekendRule = ({ done }: KnownOfCharity): Step =>
  step('weekendRule', 'The weekend rule', {
    needed: true,
    isDone: done.has('rota.defined') || done.has('slot.added'),
    words: 'Say when takeovers begin and end. Friday 17:30 to Monday 09:00 works for many.',
  });

const policy = ({ done }: KnownOfCharity): Step =>
  step('policy', 'What may be posted', {
    needed: true,
    isDone: done.has('policy.set'),
    words: 'Choose what may be posted: gentle, standard or strict. Each tells what it does.',
  });

const signposting = ({ done }: KnownOfCharity): Step =>
  step('signposting', 'Where to find help', {
    needed: true,
    isDone: done.has('signposting.set'),
    words:
      'Confirm the helplines that people in distress are shown. There is a list for your country to begin with.',
  });

const agreement = ({ done }: KnownOfCharity): Step =>
  step('agreement', 'The curating agreement', {
    needed: false,
    isDone: done.has('agreement.published'),
    words: 'A standard agreement is in force. Read it, and publish it in your own words.',
  });

const brand = ({ hasBrand }: KnownOfCharity): Step =>
  step('brand', 'Your colours and logo', {
    needed: false,
    isDone: hasBrand,
    words: 'Add your colours and your logo, so that people see where they are.',
  });

function account({ account: state }: KnownOfCharity): Step {
  if (state === 'needsReconnecting') {
    const words = 'X does not take the keys of your account any more. Please connect it again.';
    return { step: 'account', title: 'Your X account', needed: true, state: 'needsAttention', words };
  }
  return step('account', 'Your X account', {
    needed: true,
    isDone: state === 'connected',
    words: 'Connect your X account with a developer app of your own. No password is asked for.',
  });
}

function team({ team: roles }: KnownOfCharity): Step {
  const people = roles.filter((role) => onCall.includes(role)).length;
  return step('team', 'Your team', {
    needed: true,
    isDone: people >= 2,
    words:
      'Invite at least one more person who can decide at the weekend. One alone cannot be on call all the time.',
  });
}

const firstCall = ({ done }: KnownOfCharity): Step =>
  step('firstCall', 'The first call for curators', {
    needed: false,
    isDone: done.has('call.opened'),
    words: 'Open a call, so that people can apply.',
  });
