import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A post of the charity’s own belongs to no takeover, and no other post is without one: the two are never mixed. */
export class CharitysOwnPosts1764000045000 implements MigrationInterface {
  name = 'CharitysOwnPosts1764000045000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE post
        ALTER COLUMN takeover_id DROP NOT NULL,
        ADD CONSTRAINT post_of_a_takeover CHECK ((takeover_id IS NULL) = (kind = 'own')),
        ADD CONSTRAINT post_of_charitys_own CHECK (kind <> 'own' OR author = 'charity')`);
    await runner.query(`CREATE INDEX post_own ON post (charity_id, sequence) WHERE kind = 'own'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX post_own');
    await runner.query(`
      ALTER TABLE post DROP CONSTRAINT post_of_charitys_own, DROP CONSTRAINT post_of_a_takeover,
                       ALTER COLUMN takeover_id SET NOT NULL`);
  }
}
