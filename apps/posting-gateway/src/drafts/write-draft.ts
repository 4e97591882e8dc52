import type { DraftContent, DraftState } from '@baton/contracts';
import type { Tx, Vault } from '@baton/persistence';
import { draftBeside } from './derived-draft-id.js';
import { type DraftKey, type DraftRow, lockDraft } from './draft-row.js';
import { fingerprintOf, openContent, sealContent } from './sealed-draft.js';

/**
 * No words are ever overwritten that their writer has not seen:
 *
 * - a draft changes only for whoever edited its newest revision, and of two at once one waits for the other;
 * - words that are there already change nothing, so a save can be repeated;
 * - all other words become a draft beside it, under an id made from them, so that can be repeated too.
 *
 * Putting a draft away is a change: who goes on typing on another device gets a draft beside it.
 */
export interface DraftToWrite extends DraftKey {
  /** The revision that was edited; 0 for a new one. */
  readonly basedOn: number;
  readonly content: DraftContent;
}

export interface WrittenDraft {
  readonly draft: DraftRow;
  /** The draft these words would have overwritten. */
  readonly conflict: DraftRow | null;
}

const upsert = `
  INSERT INTO draft AS kept (charity_id, curator_id, draft_id, state, revision, sealed_content, fingerprint, media_ids)
  VALUES ($1, $2, $3, $8, 1, $4, $5, $6)
  ON CONFLICT (charity_id, curator_id, draft_id) DO UPDATE
     SET state = excluded.state, revision = kept.revision + 1, sealed_content = excluded.sealed_content,
         fingerprint = excluded.fingerprint, media_ids = excluded.media_ids, changed_at = baton.now()
   WHERE kept.revision = $7 AND kept.fingerprint <> excluded.fingerprint
  RETURNING *`;

export async function writeDraft(tx: Tx, vault: Vault, wish: DraftToWrite): Promise<WrittenDraft> {
  const fingerprint = await fingerprintOf(vault, tx.charityId, wish.content);
  const written = await write(tx, vault, wish, fingerprint);
  if (written) return { draft: written, conflict: null };
  const stored = await requireDraft(tx, wish);
  if (stored.fingerprint.equals(fingerprint)) return { draft: stored, conflict: null };
  const beside = { ...wish, draftId: draftBeside(wish.draftId, fingerprint), basedOn: 0 };
  const draft = (await write(tx, vault, beside, fingerprint)) ?? (await requireDraft(tx, beside));
  return { draft, conflict: stored };
}

/** The words get into this draft whatever it holds; what it held is put away beside it, where it can be restored. */
export async function writeInto(
  tx: Tx,
  vault: Vault,
  wish: Omit<DraftToWrite, 'basedOn'>,
): Promise<DraftRow> {
  const stored = await lockDraft(tx, wish);
  const fingerprint = await fingerprintOf(vault, tx.charityId, wish.content);
  if (stored?.fingerprint.equals(fingerprint)) return reopen(tx, stored);
  if (stored) {
    const content = await openContent(vault, tx, stored);
    const draftId = draftBeside(wish.draftId, stored.fingerprint);
    await write(tx, vault, { ...wish, draftId, basedOn: 0, content }, stored.fingerprint, 'discarded');
  }
  return (await writeDraft(tx, vault, { ...wish, basedOn: stored?.revision ?? 0 })).draft;
}

/** Locked before it is sealed: what is erased meanwhile takes its key along. */
async function write(
  tx: Tx,
  vault: Vault,
  { curatorId, draftId, basedOn, content }: DraftToWrite,
  fingerprint: Buffer,
  state: DraftState = 'open',
): Promise<DraftRow | undefined> {
  await lockDraft(tx, { curatorId, draftId });
  const sealed = await sealContent(vault, tx, { curatorId, draftId }, content);
  const mediaIds = [...new Set(content.posts.flatMap((post) => post.mediaIds))];
  const [row] = await tx.query<DraftRow>(upsert, [
    ...[tx.charityId, curatorId, draftId, sealed, fingerprint, mediaIds, basedOn, state],
  ]);
  return row;
}

/** It is there: the statement before found it, and holds it. */
async function requireDraft(tx: Tx, key: DraftKey): Promise<DraftRow> {
  const row = await lockDraft(tx, key);
  if (!row) throw new Error('a draft was in the way and is not there');
  return row;
}

/** A draft that was put away is open again; an open one stays as it is. */
export async function reopen(tx: Tx, row: DraftRow): Promise<DraftRow> {
  const [reopened] = await tx.query<DraftRow>(
    `UPDATE draft SET state = 'open', revision = revision + 1, changed_at = baton.now()
      WHERE charity_id = $1 AND curator_id = $2 AND draft_id = $3 AND state <> 'open' RETURNING *`,
    [tx.charityId, row.curator_id, row.draft_id],
  );
  return reopened ?? row;
}
