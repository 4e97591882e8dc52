import type { BuddyMessageId, CuratorId, downloadMyData, OutputOf, viewBuddies } from '@baton/contracts';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { findByCurator } from '../applications/application-row.js';
import { sealedFor } from '../identity/identity-vault.js';
import { asManyAsFit } from '../paging/as-many-as-fit.js';
import { otherIn, type Pair, pairsOf } from './buddy-rows.js';

type Answer = OutputOf<typeof viewBuddies>;
type Message = Answer['buddies'][number]['messages'][number];

interface MessageRow {
  readonly messageId: BuddyMessageId;
  readonly by: CuratorId;
  readonly sealed: Buffer;
  readonly at: Date;
}

/** So much of what one pair wrote: nobody has more than one buddy and looks after three. */
const mostOfPair = 50;
const bytesOfPair = 40_000;
const messages = `
  SELECT message_id AS "messageId", written_by AS by, text_sealed AS sealed, written_at AS at FROM buddy_message
   WHERE charity_id = $1 AND pair_id = $2 AND written_at > baton.now() - interval '30 days'
     AND coalesce((written_at, message_id) < (SELECT written_at, message_id FROM buddy_message
                                               WHERE charity_id = $1 AND pair_id = $2 AND message_id = $3), true)
   ORDER BY written_at DESC, message_id DESC LIMIT ${mostOfPair + 1}`;
const mostOwnWords = 200;
const bytesOfOwnWords = 80_000;
const ownWords = `
  SELECT message_id AS "messageId", written_by AS by, text_sealed AS sealed, written_at AS at FROM buddy_message
   WHERE charity_id = $1 AND written_by = $2
     AND coalesce((written_at, message_id) < (SELECT written_at, message_id FROM buddy_message
                                               WHERE charity_id = $1 AND written_by = $2 AND message_id = $3), true)
   ORDER BY written_at DESC, message_id DESC LIMIT ${mostOwnWords + 1}`;
const wishes = `
  SELECT EXISTS (SELECT FROM buddy_offer WHERE charity_id = $1 AND curator_id = $2) AS offers,
         (SELECT alert_my_buddy FROM buddy_wish WHERE charity_id = $1 AND curator_id = $2) AS alert`;

type Written = Pick<OutputOf<typeof downloadMyData>, 'toBuddies' | 'earlierToBuddies'>;

/** Who reads, and before which message. */
interface Reading {
  readonly curatorId: CuratorId;
  readonly before: string | undefined;
}

/** Buddies as one of them sees them: pen names, and what was written. */
@Injectable()
export class PresentBuddies {
  constructor(private readonly vault: Vault) {}

  /** What was written is the newest of each pair, or in the pair of a message the part before it. */
  async of(tx: Tx, curatorId: CuratorId, before?: string): Promise<Answer> {
    const [wish] = await tx.query<{ offers: boolean; alert: boolean | null }>(wishes, [
      tx.charityId,
      curatorId,
    ]);
    const pairs = await pairsOf(tx, curatorId);
    const buddies = [];
    for (const pair of pairs) buddies.push(await this.present(tx, pair, { curatorId, before }));
    const isLookedAfter = pairs.some(({ newcomerId }) => newcomerId === curatorId);
    return {
      offers: wish?.offers ?? false,
      waits: typeof wish?.alert === 'boolean' && !isLookedAfter,
      alertMyBuddy: wish?.alert ?? false,
      buddies,
    };
  }

  private async present(tx: Tx, pair: Pair, reading: Reading): Promise<Answer['buddies'][number]> {
    const { curatorId } = reading;
    const other = await findByCurator(tx, otherIn(pair, curatorId));
    return {
      pairId: pair.pairId,
      role: pair.newcomerId === curatorId ? 'forYou' : 'youFor',
      penName: other?.penName ?? '',
      since: pair.since.toISOString(),
      ...(await this.messagesOf(tx, pair, reading)),
    };
  }

  /** What somebody ever wrote to buddies, for themself: the newest, or what came before a message. */
  async writtenBy(tx: Tx, curatorId: CuratorId, before?: string): Promise<Written> {
    const writer = await findByCurator(tx, curatorId);
    if (!writer) return { toBuddies: [], earlierToBuddies: null };
    const rows = await tx.query<MessageRow>(ownWords, [tx.charityId, curatorId, before ?? null]);
    const owner = sealedFor(writer.applicationId);
    const open = async ({ sealed, at }: MessageRow) => ({
      text: await this.vault.open(tx, owner, 'buddy message', sealed),
      at: at.toISOString(),
    });
    const { shown, isAll } = await asManyAsFit(rows, open, { most: mostOwnWords, bytes: bytesOfOwnWords });
    const earlierToBuddies = isAll ? null : (rows[shown.length - 1]?.messageId ?? null);
    return { toBuddies: shown.toReversed(), earlierToBuddies };
  }

  private async messagesOf(tx: Tx, pair: Pair, { curatorId, before }: Reading) {
    const rows = await tx.query<MessageRow>(messages, [tx.charityId, pair.pairId, before ?? null]);
    const open = (row: MessageRow) => this.opened(tx, row, curatorId);
    const { shown, isAll } = await asManyAsFit(rows, open, { most: mostOfPair, bytes: bytesOfPair });
    const earlier = isAll ? null : (rows[shown.length - 1]?.messageId ?? null);
    return { messages: shown.toReversed().filter((message) => message !== null), earlier };
  }

  /** Nothing where its writer has left. */
  private async opened(tx: Tx, row: MessageRow, curatorId: CuratorId): Promise<Message | null> {
    const { messageId, by, sealed, at } = row;
    const writer = await findByCurator(tx, by);
    if (!writer) return null;
    const text = await this.vault.open(tx, sealedFor(writer.applicationId), 'buddy message', sealed);
    return { messageId, from: by === curatorId ? 'you' : 'them', text, at: at.toISOString() };
  }
}
