import type { listMembers, OutputOf, StaffRole } from '@baton/contracts';

export type Member = OutputOf<typeof listMembers>['members'][number];

const roleWords: Readonly<Record<StaffRole, string>> = {
  owner: 'Owner',
  manager: 'Manager',
  moderator: 'Moderator',
  trustee: 'Trustee',
  analyst: 'Analyst',
};

const canBeOnCall = ({ role }: Member): boolean =>
  role === 'owner' || role === 'manager' || role === 'moderator';

/** Nobody’s name is known here: by their role, and a number where several have it, in the order they came. */
export class MemberNames {
  private readonly byId: ReadonlyMap<string, { name: string; isYou: boolean }>;
  /** Whoever can be on call. */
  readonly team: readonly { readonly memberId: string; readonly name: string }[];

  constructor(members: readonly Member[]) {
    const inOrder = [...members].sort(
      (one, other) => one.since.localeCompare(other.since) || one.memberId.localeCompare(other.memberId),
    );
    const named = inOrder.map((member) => {
      const same = inOrder.filter(({ role }) => role === member.role);
      const number = same.length > 1 ? ` ${same.indexOf(member) + 1}` : '';
      return { member, name: `${roleWords[member.role]}${number}` };
    });
    this.byId = new Map(named.map(({ member, name }) => [member.memberId, { name, isYou: member.isYou }]));
    this.team = named
      .filter(({ member }) => canBeOnCall(member))
      .map(({ member, name }) => ({
        memberId: member.memberId,
        name: member.isYou ? `${name} (you)` : name,
      }));
  }

  of(memberId: string): string {
    const known = this.byId.get(memberId);
    if (!known) return 'Somebody who has left the team';
    return known.isYou ? 'You' : known.name;
  }
}
