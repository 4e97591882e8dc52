import { accept, type answerPulse, type Caller, type InputOf, type ResultOf, refuse } from '@baton/contracts';
import type { CallContext, Handles } from '@baton/messaging';
import { type Tx, Vault } from '@baton/persistence';
import { Injectable } from '@nestjs/common';
import { callForCrisis } from './call-for-crisis.js';
import { checkWords } from './check-words.js';
import { countFromNetwork } from './count-from-network.js';
import { keepAnswer, knownAnswer, noteSetAside, spendTicket } from './keep-answer.js';
import { keepWords } from './keep-words.js';
import { isOver, type PulseRow, Pulses, readPulse } from './pulses.js';
import { SecretOfPulse } from './secret-of-pulse.js';
import { readTicket } from './tickets.js';

type Answer = InputOf<typeof answerPulse>;

/**
 * One answer a device. A ticket is good for one; sent twice, it changes the same answer. Beyond what counts of one place an
 * answer is set aside, of which a number is kept and words of a crisis; whoever sent it is told nothing else: a machine learns
 * nothing from it.
 */
@Injectable()
export class AnswerPulse implements Handles<typeof answerPulse> {
  constructor(
    private readonly vault: Vault,
    private readonly pulses: Pulses,
  ) {}

  async handle(
    input: Answer,
    { caller }: Pick<CallContext, 'caller'>,
  ): Promise<ResultOf<typeof answerPulse>> {
    const answered = await this.pulses.inCharityOf(input.code, async (tx, takeoverId) => {
      const pulse = await readPulse(tx, takeoverId, 'FOR UPDATE OF pulse');
      const secret =
        pulse && !isOver(pulse) ? await SecretOfPulse.open(tx, this.vault, takeoverId) : undefined;
      return pulse && secret ? this.take(tx, { pulse, secret, input, caller }) : refuse('pulseOver');
    });
    return answered ?? refuse('notFound');
  }

  private async take(
    tx: Tx,
    {
      pulse,
      secret,
      input,
      caller,
    }: { pulse: PulseRow; secret: SecretOfPulse; input: Answer; caller: Caller },
  ): Promise<ResultOf<typeof answerPulse>> {
    const ticket = readTicket(secret, input.ticket, pulse.now);
    if (typeof ticket === 'string') return refuse(ticket);
    const { takeoverId } = pulse;
    const answerId = secret.answerOf(input.device);
    const checked = checkWords(input.words, pulse.zone);
    const { mayNeedHelp, isCrisis } = checked;
    const before = await knownAnswer(tx, takeoverId, answerId);
    const told = { changed: before !== undefined, mayNeedHelp, teamIsCalled: isCrisis };
    if (!before && saysNothing(input)) return accept(told);
    const spent = await spendTicket(tx, { takeoverId, nonce: ticket.nonce, answerId });
    if (spent === 'byAnother') return refuse('countedAlready');
    const place = { takeoverId, network: networkOf(caller), now: pulse.now };
    const counted = before ? before === 'counted' : await countFromNetwork(tx, secret, place);
    const isKept = counted || isCrisis || before === 'kept';
    await noteSetAside(tx, takeoverId, { before, now: isKept ? 'kept' : 'setAside' });
    if (isKept) {
      const whose = { takeoverId, answerId };
      await keepAnswer(tx, { ...input, ...whose, counted });
      await keepWords(tx, this.vault, whose, {
        ...{ words: counted || isCrisis ? input.words : '' },
        ...{ kinds: checked.kinds, isCrisis },
      });
    }
    if (isCrisis) await callForCrisis(tx, pulse, answerId);
    return accept(told);
  }
}

const saysNothing = ({ lessAlone, learned, words }: Answer): boolean =>
  lessAlone === null && learned === null && words === '';

/** Who is from nowhere shares one place with all the others who are. */
const networkOf = (caller: Caller): string =>
  (caller.kind === 'anyone' ? caller.network : undefined) ?? 'nowhere';
