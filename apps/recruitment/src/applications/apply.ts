import { accept, type apply, type ResultOf, refuse } from '@baton/contracts';
import type { Handles } from '@baton/messaging';
import { Database, type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { type Call, findCall, findVersion } from '../calls/call-row.js';
import { decideCallState } from '../calls/decide-call-state.js';
import { placesTaken } from '../calls/places-taken.js';
import { databaseNow } from '../clock/database-now.js';
import { SavedForms } from '../saved-forms/saved-forms.js';
import { SetAside } from '../set-aside/set-aside.js';
import { takeTurns } from '../turns/take-turns.js';
import { type Application, findApplication } from './application-row.js';
import { decideApplying } from './decide-applying.js';
import type { Form } from './sound-form.js';
import { TakeIn } from './take-in.js';
import { toldState } from './told-state.js';

type Answer = ResultOf<typeof apply>;

/**
 * Somebody applies. The same application again is the same application, however often the button was pressed, and of two
 * under one id the first is kept.
 *
 * Anybody can type in anybody's address, and to have applied to a charity for an illness tells a lot. So the answer never
 * tells whether an address is known, and neither does how soon a call is full. Nor does it tell whether the form was set
 * aside as likely spam.
 */
@Injectable()
export class Apply implements Handles<typeof apply> {
  constructor(
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly takingIn: TakeIn,
    private readonly savedForms: SavedForms,
    private readonly setAside: SetAside,
  ) {}

  async handle(form: Form): Promise<Answer> {
    const content = await this.vault.fingerprint(form.charityId, 'application', contentOf(form));
    const answer = await this.database.inCharity(form.charityId, (tx) => this.take(tx, form, content));
    if (!answer.ok && answer.refusal.code === 'tooYoung') await this.forgetSaved(form);
    return answer;
  }

  /** They are told that nothing they typed was kept. A refusal has rolled its own transaction back. */
  private async forgetSaved({ charityId, savedForm }: Form): Promise<void> {
    if (savedForm) await this.database.inCharity(charityId, (tx) => this.savedForms.discard(tx, savedForm));
  }

  private async take(tx: Tx, form: Form, content: Buffer): Promise<Answer> {
    // Before anything is read, so that of two clicks at once the second sees what the first one stored.
    await takeTurns(tx, `application ${form.applicationId}`);
    const known = await findApplication(tx, form.applicationId);
    if (known) return sameAgain(known, content, await databaseNow(tx));
    if (await this.setAside.find(tx, form.applicationId)) return applied(form);
    const call = await findCall(tx, form.callId);
    if (!call) return refuse('notFound');
    const decided = await this.decide(tx, form, call);
    if (!decided.ok) return decided;
    const isAside = await this.setAside.takeAside(tx, form, decided.form, content);
    if (!isAside) await this.takingIn.take(tx, decided.form, content);
    if (form.savedForm) await this.savedForms.discard(tx, form.savedForm);
    return applied(form);
  }

  private async decide(tx: Tx, form: Form, call: Call) {
    const taken = await this.taken(tx, call);
    const state = decideCallState(call, { taken, now: await databaseNow(tx) });
    const version = form.callVersion ?? call.version;
    const content = version === call.version ? call.content : await findVersion(tx, call.callId, version);
    if (!content) return refuse('badInput', noVersion);
    return decideApplying(form, { state, version, content, newest: call.content });
  }

  /** The last place is taken by one: whoever counts places waits for whoever is about to take one. */
  private async taken(tx: Tx, { callId, capacity }: Call): Promise<number> {
    if (capacity === null) return 0;
    await takeTurns(tx, `call ${callId}`);
    return (await placesTaken(tx, callId)).taken;
  }
}

const applied = ({ applicationId }: Form): Answer => accept({ applicationId, state: 'applied' as const });

const noVersion = {
  details: [{ field: 'callVersion', problem: 'is no version of this call: please open the form anew' }],
};

/** Other answers under the same id get the answer of a first application: a refusal would tell that the first was kept. */
function sameAgain(known: Application, content: Buffer, now: Date): Answer {
  const { applicationId, contentFingerprint } = known;
  const isSame = contentFingerprint.equals(content);
  return accept({ applicationId, state: isSame ? toldState(known, now) : ('applied' as const) });
}

const contentOf = ({
  callId,
  callVersion,
  language,
  penName,
  identityLevel,
  person,
  ...form
}: Form): string =>
  JSON.stringify([
    [callId, callVersion ?? 0, language ?? '', penName, identityLevel],
    [person.name, person.email, person.phone ?? ''],
    [form.about, Object.entries(form.answers).toSorted(byName), form.consentHash],
  ]);

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
  one < other ? -1 : 1;
