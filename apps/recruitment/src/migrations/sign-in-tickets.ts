import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A keyed digest of the ticket that whoever asked for a code was given: wrong tries with it spoil nobody else's code. */
export class SignInTickets1764000060200 implements MigrationInterface {
  name = 'SignInTickets1764000060200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_in_request ADD COLUMN ticket_fingerprint bytea');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE sign_in_request DROP COLUMN ticket_fingerprint');
  }
}
