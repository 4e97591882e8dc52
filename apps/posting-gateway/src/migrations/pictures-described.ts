import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * - `media`: whose words its description is (null: it has none), when the team was asked for one, and why what was sent is
 *   not a picture that can go out (`refused`: nothing of it is kept).
 * - `post.awaits_description`: it is held for nothing but that, and goes on by itself. `post.edition` grows whenever what
 *   would be sent changes.
 */
export class PicturesDescribed1764000042000 implements MigrationInterface {
  name = 'PicturesDescribed1764000042000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE media
        ADD COLUMN description_asked_at timestamptz,
        ADD COLUMN refused_as text,
        ALTER COLUMN is_described DROP NOT NULL,
        ALTER COLUMN is_described TYPE text USING CASE WHEN is_described THEN 'author' END`);
    await runner.query('ALTER TABLE media RENAME COLUMN is_described TO described_by');
    await runner.query(`
      ALTER TABLE media
        ADD CONSTRAINT media_described_by CHECK (described_by IN ('author', 'team')),
        DROP CONSTRAINT media_state_check,
        ADD CONSTRAINT media_state_check CHECK (state IN ('receiving', 'ready', 'refused')),
        DROP CONSTRAINT media_ready,
        ADD CONSTRAINT media_ready CHECK (state <> 'ready' OR
          (mime_type IS NOT NULL AND width IS NOT NULL AND height IS NOT NULL AND byte_length IS NOT NULL
           AND sealed_picture IS NOT NULL)),
        ADD CONSTRAINT media_refused CHECK ((state = 'refused') = (refused_as IS NOT NULL))`);
    await runner.query('CREATE INDEX media_of_curator ON media (charity_id, curator_id, begun_at)');
    await runner.query(`
      CREATE INDEX media_to_describe ON media (charity_id, description_asked_at)
       WHERE description_asked_at IS NOT NULL AND described_by IS NULL`);
    await runner.query(`
      ALTER TABLE post
        ADD COLUMN awaits_description boolean NOT NULL DEFAULT false,
        ADD COLUMN edition integer NOT NULL DEFAULT 0`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE post DROP COLUMN awaits_description, DROP COLUMN edition');
    await runner.query(`DELETE FROM media WHERE state = 'refused'`);
    await runner.query(`
      ALTER TABLE media
        DROP CONSTRAINT media_refused,
        DROP CONSTRAINT media_described_by,
        DROP COLUMN description_asked_at,
        DROP COLUMN refused_as,
        ALTER COLUMN described_by TYPE boolean USING described_by IS NOT NULL`);
    await runner.query('ALTER TABLE media RENAME COLUMN described_by TO is_described');
    await runner.query('DROP INDEX media_of_curator');
  }
}
