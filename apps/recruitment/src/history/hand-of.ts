export type Hand = 'team' | 'person' | 'baton';

const ofTeam = /^(owner|manager|moderator|trustee|analyst|member|operator|the operator)\b/;
const ofPerson = /^(applicant|curator)\b/;

/** Whose doing something was, by how the audit names them: `manager 0192…`, `applicant 0192…`, `scheduling`. */
export function handOf(actor: string): Hand {
  if (ofTeam.test(actor)) return 'team';
  return ofPerson.test(actor) ? 'person' : 'baton';
}
