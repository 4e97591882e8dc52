import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The changes of state that a post can go through, as the contracts declare them (`postTransitions`): the database refuses
 * every other, whichever line of code asks for it. They are written out here, because what a migration has done must not
 * change with the code; a test compares the two. Another transition is a new migration with
 * `CREATE OR REPLACE FUNCTION declared_post_transitions`.
 */
export class PostTransitions1764000040061 implements MigrationInterface {
  name = 'PostTransitions1764000040061';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION declared_post_transitions() RETURNS TABLE (before text, after text)
      LANGUAGE sql IMMUTABLE AS $$
        VALUES ('begin', 'queued'), ('begin', 'held'),
               ('held', 'queued'), ('held', 'declined'), ('held', 'withdrawn'), ('held', 'missedWindow'),
               ('queued', 'attempting'), ('queued', 'held'), ('queued', 'declined'), ('queued', 'withdrawn'),
               ('queued', 'missedWindow'), ('queued', 'rejected'), ('queued', 'published'), ('queued', 'unknown'),
               ('attempting', 'published'), ('attempting', 'rejected'), ('attempting', 'queued'),
               ('attempting', 'unknown'),
               ('unknown', 'published'), ('unknown', 'rejected'), ('unknown', 'queued'), ('unknown', 'withdrawn'),
               ('rejected', 'queued'), ('rejected', 'held'),
               ('withdrawn', 'queued'), ('withdrawn', 'held'),
               ('declined', 'held'),
               ('published', 'deleted')
      $$`);
    await runner.query(`
      CREATE FUNCTION refuse_undeclared_transition() RETURNS trigger
      LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
      DECLARE
        state_before text := CASE WHEN TG_OP = 'INSERT' THEN 'begin' ELSE OLD.state END;
      BEGIN
        IF NOT EXISTS (SELECT FROM declared_post_transitions()
                        WHERE before = state_before AND after = NEW.state) THEN
          RAISE EXCEPTION 'a post does not go from % to %', state_before, NEW.state
            USING ERRCODE = 'check_violation', CONSTRAINT = format('post_from_%s_to_%s', state_before, NEW.state);
        END IF;
        RETURN NEW;
      END $$`);
    await runner.query(`
      CREATE TRIGGER post_begins BEFORE INSERT ON post
        FOR EACH ROW EXECUTE FUNCTION refuse_undeclared_transition()`);
    await runner.query(`
      CREATE TRIGGER post_changes_state BEFORE UPDATE OF state ON post
        FOR EACH ROW WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION refuse_undeclared_transition()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TRIGGER post_changes_state ON post');
    await runner.query('DROP TRIGGER post_begins ON post');
    await runner.query('DROP FUNCTION refuse_undeclared_transition()');
    await runner.query('DROP FUNCTION declared_post_transitions()');
  }
}
