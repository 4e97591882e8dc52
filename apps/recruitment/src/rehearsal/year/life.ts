import type { Chance } from '@baton/testing';

/** How one applicant takes things: drawn once, before they apply. Days count from the day before. */
export interface Life {
  readonly number: number;
  readonly appliesOn: number;
  readonly penName: string;
  readonly email: string;
  readonly isOfAge: boolean;
  /** Nobody reads at this address. */
  readonly isUnknownAddress: boolean;
  /** Presses the button a second time, the next day. */
  readonly appliesTwice: boolean;
  /** A follower thought of them; they are asked before anything is kept. */
  readonly isSuggested: boolean;
  readonly answersAfter: number;
  readonly signsInAfter: number;
  /** One entry a step of the list. */
  readonly stepsAfter: readonly [number, number, number];
  readonly booksAfter: number;
  readonly goes: 'never' | 'asApplicant' | 'whilePreparing' | 'whenReady';
  readonly comesAgain: boolean;
}

const penNames = [
  'Robin',
  'Sam',
  'Kim',
  'Æsa',
  'ليلى',
  '小雨',
  'Zoë 🌻',
  'O’Neill',
  'Ngozi',
  'Dafydd',
] as const;

export function drawLife(chance: Chance, number: number, appliesOn: number): Life {
  return {
    number,
    appliesOn,
    penName: `${chance.pick(penNames)} ${number}`,
    email: `person.${number}@people.example`,
    isOfAge: !chance.chance(0.02),
    isUnknownAddress: chance.chance(0.02),
    appliesTwice: chance.chance(0.05),
    isSuggested: chance.chance(0.15),
    answersAfter: 1 + chance.below(5),
    signsInAfter: 1 + chance.below(12),
    stepsAfter: [chance.below(5), chance.below(9), chance.below(20)],
    booksAfter: chance.below(6),
    goes: drawGoing(chance),
    comesAgain: chance.chance(0.2),
  };
}

function drawGoing(chance: Chance): Life['goes'] {
  if (chance.chance(0.05)) return 'asApplicant';
  if (chance.chance(0.06)) return 'whilePreparing';
  return chance.chance(0.05) ? 'whenReady' : 'never';
}
