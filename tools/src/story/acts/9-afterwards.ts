import { Envelope, listAudit, openAnalystFeed, verifyAudit } from '@baton/contracts';
import { readAnalystFeed } from '../analyst.js';
import { searchForIdentity } from '../identity-search.js';
import { photoSecrets } from '../photo.js';
import { waitFor } from '../wait-for.js';
import { didItHelp } from './9-did-it-help.js';
import { itCanBeShown } from './9-it-can-be-shown.js';
import type { Weekend } from './posting.js';

/** Whether it helped, the analyst, the audit, the search for the curator's identity, and what a trustee gets to read. */
export async function afterwards(weekend: Weekend): Promise<void> {
  weekend.stage.tell.act(9, 'Afterwards');
  await didItHelp(weekend);
  await analyst(weekend);
  await theAuditHolds(weekend);
  await nobodyIsOuted(weekend);
  await itCanBeShown(weekend);
}

async function analyst({ stage, charity, takeover }: Weekend): Promise<void> {
  const { feed, natsUrl } = stage.system.analyst;
  await stage.tell.step('An analyst’s own subscription receives it, under a pseudonym', async () => {
    const { durable, stream } = await charity.manager.does(openAnalystFeed, {
      charityId: charity.charityId,
      feed,
    });
    const envelope = Envelope.parse(await readAnalystFeed(natsUrl, stream, durable, 20_000));
    const leaked = [takeover.curatorId, takeover.takeoverId, 'Robin'].filter((id) =>
      JSON.stringify(envelope).includes(id),
    );
    if (leaked.length > 0) throw new Error(`the event leads back to ${leaked.join(', ')}`);
    return {
      value: undefined,
      by: 'feedback',
      fact: 'experience.recorded',
      detail: JSON.stringify(envelope.data),
    };
  });
}

async function theAuditHolds({ stage, charity, takeover }: Weekend): Promise<void> {
  const { charityId } = charity;
  await stage.tell.step('The audit tells who did what, and proves itself', async () => {
    const closed = await waitFor('the end in the audit', 20_000, async () => {
      const which = { charityId, action: 'takeover.closed' as const };
      const { entries } = await charity.manager.does(listAudit, which);
      return entries.find(({ about }) => about === takeover.takeoverId);
    });
    const proof = await charity.manager.does(verifyAudit, { charityId });
    if (!proof.holds) throw new Error(`line ${proof.broken.number} ${proof.broken.words}`);
    const detail = `${proof.head.number} lines hold, line ${closed.number} among them: “${closed.actor} ${closed.words}”`;
    return { value: undefined, by: 'api-gateway', detail };
  });
}

async function nobodyIsOuted({ stage, takeover }: Weekend): Promise<void> {
  await stage.tell.step('The curator’s identity is in no table, event or log line', async () => {
    const { name, email, phone } = takeover.identity;
    const names = name.split(/[\s-]/).slice(0, 2);
    const secrets = [name, ...names, email, phone, photoSecrets.artist, photoSecrets.camera];
    const report = await searchForIdentity(stage.system, { secrets, known: 'Robin' });
    if (report.foundIn.length > 0) throw new Error(`found in ${[...new Set(report.foundIn)].join(', ')}`);
    const detail = `searched ${report.tables} tables, ${report.messages} events, ${report.logLines} log lines; in the vault it is sealed`;
    return { value: undefined, detail };
  });
}
