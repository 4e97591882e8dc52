import type { CharityId } from '@baton/contracts';
import type { Stage } from './stage.js';

/** A charity of which one table takes nothing and lets nothing go: whatever touches it there fails. */
export class BrokenCharity {
  constructor(
    private readonly stage: Stage,
    private readonly table: string,
    private readonly charityId: CharityId,
  ) {}

  async break(): Promise<void> {
    await this.stage.asOwner(`
      CREATE FUNCTION recruitment.breaks() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF coalesce(NEW.charity_id, OLD.charity_id) = '${this.charityId}' THEN RAISE 'broken'; END IF;
        RETURN coalesce(NEW, OLD);
      END $$`);
    await this.stage.asOwner(`
      CREATE TRIGGER breaks BEFORE INSERT OR UPDATE OR DELETE ON recruitment.${this.table}
        FOR EACH ROW EXECUTE FUNCTION recruitment.breaks()`);
  }

  async mend(): Promise<void> {
    await this.stage.asOwner('DROP FUNCTION recruitment.breaks() CASCADE');
  }
}
