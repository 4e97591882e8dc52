import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Invitations to a charity's team. The address is sealed and goes once the invitation has been answered or taken back; the
 * keyed digest of it stays, so that one address is not mailed again and again. Of the token only the hash is kept.
 *
 * `invited_by` is null where the operator invited. It is no foreign key: an invitation outlives a member who leaves, and is
 * void then.
 */
export class Team1764000060000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE invitation (
        charity_id uuid NOT NULL REFERENCES charity,
        invitation_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        email_sealed bytea,
        email_fingerprint bytea NOT NULL,
        role text NOT NULL CHECK (role IN ('owner', 'manager', 'moderator', 'trustee', 'analyst')),
        invited_by uuid,
        state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'accepted', 'withdrawn')),
        invited_at timestamptz NOT NULL DEFAULT baton.now(),
        mailed_at timestamptz NOT NULL DEFAULT baton.now(),
        expires_at timestamptz NOT NULL,
        PRIMARY KEY (charity_id, invitation_id),
        UNIQUE (charity_id, token_hash),
        CHECK ((state = 'open') = (email_sealed IS NOT NULL))
      )`);
    await runner.query(`
      CREATE UNIQUE INDEX invited_already ON invitation (charity_id, email_fingerprint) WHERE state = 'open'`);
    await tenantTable(runner, 'invitation');
  }

  async down(): Promise<void> {
    throw new Error('migrations only go forward; restore a backup instead');
  }
}
