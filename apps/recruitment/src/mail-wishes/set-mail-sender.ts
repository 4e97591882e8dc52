import { accept, type InputOf, type ResultOf, refuse, type setMailSender } from '@baton/contracts';
import { illnessIn } from '@baton/mail';
import type { CallContext, Handles } from '@baton/messaging';
import { Database } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { noteInAudit } from '../audit/note-in-audit.js';
import { memberOf } from '../notes/member-of.js';
import { mailSenderOf } from './mail-sender.js';

const keep = `
  INSERT INTO mail_sender (charity_id, name, reply_to, set_by) VALUES ($1, $2, $3, $4)
  ON CONFLICT (charity_id) DO UPDATE
     SET name = excluded.name, reply_to = excluded.reply_to, set_by = excluded.set_by, set_at = baton.now()`;

/** The name shows on locked screens before anything else does, so it names no illness. */
@Injectable()
export class SetMailSender implements Handles<typeof setMailSender> {
  constructor(private readonly database: Database) {}

  async handle(
    { charityId, name, replyTo }: InputOf<typeof setMailSender>,
    { caller }: CallContext,
  ): Promise<ResultOf<typeof setMailSender>> {
    const illness = illnessIn(name ?? '');
    if (illness) return refuse('badInput', { details: [{ field: 'name', problem: tells(illness) }] });
    return this.database.inCharity(charityId, async (tx) => {
      await tx.query(keep, [charityId, name, replyTo, memberOf(caller)]);
      const details = { named: name !== null, answered: replyTo !== null };
      await noteInAudit(tx, { by: caller, action: 'mail-sender.set', details });
      return accept(await mailSenderOf(tx));
    });
  }
}

const tells = (illness: string): string =>
  `says “${illness}”, which tells of an illness on a locked screen; please choose a name that does not`;
