import type { CuratorId } from '@baton/contracts';
import type { CallContext } from '@baton/messaging';

/** The curator who is calling, if it is one. */
export const curatorOf = ({ caller }: CallContext): CuratorId | undefined =>
  caller.kind === 'curator' ? caller.curatorId : undefined;

/** Staff may look at every takeover of their charity; a curator at their own. */
export const mayLook = (call: CallContext, takeover: { readonly curatorId: CuratorId }): boolean =>
  call.caller.kind !== 'curator' || call.caller.curatorId === takeover.curatorId;
