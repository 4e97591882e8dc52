import type { Card, listApplications, OutputOf } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { sealedFor } from '../identity/identity-vault.js';
import type { ListedRow } from './listed-rows.js';
import { whoseTurn } from './whose-turn.js';

type Listed = OutputOf<typeof listApplications>['applications'][number];

/** An application as it stands on the board: by pen name, without opening anything. */
export function presentCard(row: ListedRow): z.output<typeof Card> {
  const { applicationId, curatorId, penName, identityLevel, state, decisions, unread, lastWord } = row;
  return {
    ...{ applicationId, curatorId, penName, identityLevel, state, decisions },
    since: row.stateSince.toISOString(),
    appliedAt: row.appliedAt.toISOString(),
    turn: whoseTurn({ state, hasUnread: unread > 0, lastWord }),
    waitingSince: row.waitingSince.toISOString(),
    unreadAnswers: unread,
    appliedBefore: row.appliedBefore,
    lookAgainAt: row.lookAgainAt?.toISOString() ?? null,
  };
}

/** An application as the team sees it: by pen name, without opening the vault. */
@Injectable()
export class PresentApplication {
  constructor(private readonly vault: Vault) {}

  async present(tx: Tx, row: ListedRow): Promise<Listed> {
    const about = row.aboutSealed
      ? await this.vault.open(tx, sealedFor(row.applicationId), 'about', row.aboutSealed)
      : '';
    return { ...presentCard(row), about };
  }
}
