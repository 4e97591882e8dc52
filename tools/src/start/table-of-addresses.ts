import { createClient, listCharities } from '@baton/contracts';
import type { RunningSystem } from '../stack/start-stack.js';

/** Where to look, for whom. Codes to sign in with arrive in the mailbox. */
export async function tableOfAddresses(system: RunningSystem): Promise<string> {
  const { gatewayOrigin: origin, sandboxOrigin, mailboxOrigin } = system;
  const listed = await createClient({ origin }).call(listCharities, {});
  const slug = listed.ok ? listed.value.charities.at(-1)?.slug : undefined;
  const handle = slug?.replaceAll('-', '_');
  const rows: [string, string, string][] = [
    ['public site', slug ? `${origin}/c/${slug}` : origin, 'who is curating now'],
    [
      'curator',
      slug ? `${origin}/sign-in/${slug}` : origin,
      'sign in as in the story; the code is in the mailbox',
    ],
    [
      'manager',
      slug ? `${origin}/sign-in/${slug}` : origin,
      slug ? `hanya@${slug}.example` : 'no charity yet',
    ],
    ['pretend X', handle ? `${sandboxOrigin}/${handle}` : sandboxOrigin, 'the timeline, as followers see it'],
    ['mailbox', mailboxOrigin, 'every mail; none leaves this computer'],
    ['API reference', `${origin}/reference`, 'and openapi.json, asyncapi.json beside it'],
  ];
  const width = Math.max(...rows.map(([, address]) => address.length));
  const lines = rows.map(([who, address, what]) => `  ${who.padEnd(14)} ${address.padEnd(width)}   ${what}`);
  return ['', ...lines, '', '  Ctrl-C stops everything.'].join('\n');
}
