import { randomUUID } from 'node:crypto';
import type { AccountId, CharityId, CuratorId, DraftId, SlotId, TakeoverId } from '@baton/contracts';
import type { FactsHeard } from './facts-heard.js';
import type { Narrator } from './narrator.js';
import type { Person } from './people.js';
import type { SandboxControl } from './sandbox-control.js';
import type { StorySystem } from './story-system.js';

/** The stage: what every act can use. */
export interface Stage {
  readonly system: StorySystem;
  readonly tell: Narrator;
  readonly facts: FactsHeard;
  readonly x: SandboxControl;
  readonly windowSeconds: number;
}

/** The charity, as act 1 leaves it. */
export interface CharityAboard {
  readonly charityId: CharityId;
  readonly slug: string;
  readonly accountId: AccountId;
  readonly handle: string;
  readonly manager: Person;
  readonly managerEmail: string;
  /** On call for as long as the story lasts. */
  readonly moderator: Person;
  readonly moderatorEmail: string;
}

/** A curator who may book. */
export interface ReadyCurator {
  readonly penName: string;
  readonly person: Person;
  readonly curatorId: CuratorId;
  readonly email: string;
}

/** The curator and the booked takeover, as act 2 leaves them. */
export interface TakeoverBooked {
  readonly curator: Person;
  readonly curatorId: CuratorId;
  readonly takeoverId: TakeoverId;
  readonly slotId: SlotId;
  /** What the curator prepared beforehand. */
  readonly draftId: DraftId;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly identity: Identity;
  /** Who came too late for this slot. */
  readonly sam: ReadyCurator;
}

/** Who the curator really is. Only the identity vault may ever know. */
export interface Identity {
  readonly name: string;
  readonly email: string;
  readonly phone: string;
}

/** A new random id of whatever brand is asked for. */
export const fresh = <Id extends string>(): Id => randomUUID() as string as Id;
