/** An order to the sandbox that cannot be carried out: a name that is taken or does not exist. */
export class Impossible extends Error {
  override readonly name = 'Impossible';
}
