import { randomBytes } from 'node:crypto';
import type { Caller, operations, RequestOf, TakeoverId } from '@baton/contracts';
import { Vault } from '@baton/persistence';
import { newId, pulseCodeOf } from '@baton/service-kit';
import { AnswerPulse } from '../pulse/answer-pulse.js';
import { SecretOfPulse } from '../pulse/secret-of-pulse.js';
import { giveTicket } from '../pulse/tickets.js';
import { accepted, type CharityOnStage } from './charity-on-stage.js';
import type { Stage } from './stage.js';

type Said = Partial<Omit<RequestOf<(typeof operations.feedback)['answer-pulse']>, 'code'>>;

const justLongEnoughMs = 2_000;
const anyone: Caller = { kind: 'anyone' };
export const newDevice = (): string => randomBytes(16).toString('base64url');
const atHome = '203.0.113.0/24';

/** The pulse of a takeover that has just ended, as followers and machines meet it. */
export class PulseOnStage {
  readonly code: string;

  private constructor(
    private readonly stage: Stage,
    readonly charity: CharityOnStage,
    readonly takeoverId: TakeoverId,
  ) {
    this.code = pulseCodeOf(charity.charityId, takeoverId);
  }

  static async of(
    stage: Stage,
    charity: CharityOnStage,
    curator = charity.aCurator(),
    takeoverId = newId<TakeoverId>(),
  ): Promise<PulseOnStage> {
    const closed = await charity.closes(curator, { takeoverId });
    return new PulseOnStage(stage, charity, closed.subject as TakeoverId);
  }

  async view() {
    return accepted(await this.stage.call('view-pulse', { code: this.code }, anyone));
  }

  /** A ticket that has been looked at for as long as a person needs at least. */
  async ticket(): Promise<string> {
    const { ticket } = await this.view();
    await this.stage.passes(justLongEnoughMs);
    return ticket ?? '';
  }

  async answer(said: Said = {}, network = atHome) {
    const input = { code: this.code, device: newDevice(), ...said };
    const ticket = said.ticket ?? (await this.ticket());
    return this.stage.call('answer-pulse', { ...input, ticket }, { kind: 'anyone', network });
  }

  /** As fast as this service can, without the bus: many answers with a ticket each. */
  async floods(
    answers: number,
    { device, network }: { device(at: number): string; network(at: number): string },
  ) {
    const tickets = await this.ticketsAtOnce(answers);
    await this.stage.passes(justLongEnoughMs);
    const useCase = this.stage.service.app.get(AnswerPulse);
    let next = 0;
    const worker = async () => {
      for (let at = next++; at < answers; at = next++) {
        const input = { code: this.code, ticket: tickets[at] ?? '', device: device(at), words: '' };
        const caller: Caller = { kind: 'anyone', network: network(at) };
        await useCase.handle({ ...input, lessAlone: 'yes', learned: null }, { caller });
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
  }

  /** As many tickets as `view-pulse` gives to whoever asks as often. */
  private ticketsAtOnce(many: number): Promise<string[]> {
    return this.stage.inCharity(this.charity.charityId, async (tx) => {
      const secret = await SecretOfPulse.open(tx, this.stage.service.app.get(Vault), this.takeoverId);
      const [clock] = await tx.query<{ now: Date }>('SELECT baton.now() AS now');
      if (!secret || !clock) throw new Error('the pulse is over');
      return Array.from({ length: many }, () => giveTicket(secret, clock.now));
    });
  }

  async sofar() {
    const { pulses } = accepted(
      await this.stage.call('list-pulses', { charityId: this.charity.charityId }, this.charity.manager),
    );
    const pulse = pulses.find(({ takeoverId }) => takeoverId === this.takeoverId);
    if (!pulse) throw new Error('there is no such pulse');
    return pulse;
  }

  async words(caller = this.charity.manager) {
    const { charityId } = this.charity;
    const { takeoverId } = this;
    return accepted(await this.stage.call('list-pulse-words', { charityId, takeoverId }, caller)).words;
  }
}
