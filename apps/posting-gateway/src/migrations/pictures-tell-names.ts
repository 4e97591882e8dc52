import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `archive_picture.tells_name`: its description has the pen name in it. Taken to be so where nobody has looked yet, and every
 * entry is looked at anew, since words that tell a name are found in more ways than before.
 */
export class PicturesTellNames1764600320000 implements MigrationInterface {
  name = 'PicturesTellNames1764600320000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE archive_picture ADD COLUMN tells_name boolean NOT NULL DEFAULT true');
    await runner.query(`
      INSERT INTO archive_due (charity_id, takeover_id) SELECT charity_id, takeover_id FROM archive_entry
      ON CONFLICT (charity_id, takeover_id) DO NOTHING`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE archive_picture DROP COLUMN tells_name');
  }
}
