import type { Stage } from './stage.js';

const tables = `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'recruitment'`;

/** Copies every row of the service, as a backup would. */
export const takeBackup = (stage: Stage): Promise<void> =>
  stage.asOwner(`
    DO $$ DECLARE held record; BEGIN
      CREATE SCHEMA backup;
      FOR held IN ${tables} LOOP
        EXECUTE format('CREATE TABLE backup.%I AS TABLE recruitment.%I', held.name, held.name);
      END LOOP;
    END $$`);

/** Puts every row back as it was then, and forgets what came after. */
export const restoreBackup = (stage: Stage): Promise<void> =>
  stage.asOwner(`
    DO $$ DECLARE held record; BEGIN
      SET LOCAL session_replication_role = replica;
      FOR held IN ${tables} LOOP
        EXECUTE format('DELETE FROM recruitment.%I', held.name);
        EXECUTE format(
          'INSERT INTO recruitment.%I OVERRIDING SYSTEM VALUE SELECT * FROM backup.%I', held.name, held.name);
      END LOOP;
    END $$`);
