import { setTimeout as pause } from 'node:timers/promises';
import { listSwitchProofs, releaseSwitch, setSwitch } from '@baton/contracts';
import { stepUpByMail } from '../people.js';
import { mustBeOutOnce, send, timesOut, untilPostIs, type Weekend } from './posting.js';

/** The manager pauses posting for a moment and lets it go on. */
export async function killSwitch(weekend: Weekend): Promise<void> {
  const { stage, charity } = weekend;
  const { charityId, manager } = charity;
  const text = 'Rest mode for an hour. Back after a nap 😴';
  stage.tell.act(6, 'The kill switch');
  await stage.tell.step('The manager pauses posting, and gets proof', async () => {
    const proof = await manager.does(setSwitch, {
      charityId,
      mode: 'pause',
      reason: 'A moment to look at something.',
    });
    const detail = `stopped ${proof.stopped.length}, already out ${proof.alreadyOut.length}, unknown ${proof.unknown.length}`;
    return { value: undefined, by: 'posting-gateway', fact: 'switch.changed', detail };
  });
  const postId = await stage.tell.step('A post sent meanwhile waits, and nothing goes out', async () => {
    const id = await send(weekend, text);
    const status = await untilPostIs(weekend, id, 'queued');
    if (status.waitingFor !== 'switch') throw new Error(`it waits for ${status.waitingFor}`);
    await pause(1500);
    if ((await timesOut(weekend, text)) !== 0) throw new Error('it went out all the same');
    return { value: id, by: 'posting-gateway' };
  });
  await stage.tell.step('Let go on, after a code from the mail: now it goes', async () => {
    await stepUpByMail(stage.system, manager, charity.managerEmail);
    await manager.does(releaseSwitch, { charityId, reason: 'All is well.' });
    await untilPostIs(weekend, postId, 'published');
    await mustBeOutOnce(weekend, text);
    return { value: undefined, by: 'posting-gateway', fact: 'switch.changed' };
  });
  await stage.tell.step('Each use of the switch is kept with its proof', async () => {
    const { proofs } = await manager.does(listSwitchProofs, { charityId });
    const [released, thrown] = proofs;
    if (released?.mode !== 'off' || thrown?.mode !== 'pause') throw new Error('not both are there');
    const links = thrown.now.flatMap(({ url }) => url ?? []);
    const detail = `“${thrown.reason}” ${thrown.alreadyOut.length} were out, with ${links.length} links`;
    return { value: undefined, by: 'posting-gateway', detail };
  });
}
