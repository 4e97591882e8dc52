import { tenantTable } from '@baton/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `media`: a curator's picture. `receiving` while chunks arrive; `ready` with the clean picture, sealed.
 *   `x_media_id` is X's name for it on one account until `x_expires_at`.
 * - `media_chunk`: what was sent, sealed under a key of its own that is shredded when the picture is ready:
 *   it may say where its owner lives.
 */
export class Media1700000020002 implements MigrationInterface {
  name = 'Media1700000020002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE media (
        charity_id uuid NOT NULL,
        media_id uuid NOT NULL,
        curator_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('receiving', 'ready')),
        begun_at timestamptz NOT NULL DEFAULT baton.now(),
        source_bytes integer NOT NULL CHECK (source_bytes > 0),
        sealed_alt_text bytea NOT NULL,
        is_described boolean NOT NULL,
        mime_type text,
        width integer,
        height integer,
        byte_length integer,
        sealed_picture bytea,
        x_media_id text,
        x_account_id uuid,
        x_expires_at timestamptz,
        PRIMARY KEY (charity_id, media_id),
        CONSTRAINT media_ready CHECK (state = 'receiving' OR
          (mime_type IS NOT NULL AND width IS NOT NULL AND height IS NOT NULL AND byte_length IS NOT NULL
           AND sealed_picture IS NOT NULL))
      )`);
    await tenantTable(runner, 'media');
    await runner.query(
      `CREATE INDEX media_receiving ON media (charity_id, begun_at) WHERE state = 'receiving'`,
    );
    await runner.query(`
      CREATE TABLE media_chunk (
        charity_id uuid NOT NULL,
        media_id uuid NOT NULL,
        index integer NOT NULL CHECK (index >= 0),
        sealed bytea NOT NULL,
        PRIMARY KEY (charity_id, media_id, index),
        FOREIGN KEY (charity_id, media_id) REFERENCES media ON DELETE CASCADE
      )`);
    await tenantTable(runner, 'media_chunk');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE media_chunk, media');
  }
}
