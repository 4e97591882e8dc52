/** What this process writes to standard output while somebody listens. A log begun meanwhile writes there and not past it. */
export class Printed {
  readonly lines: string[] = [];
  private readonly write = process.stdout.write;

  listen(): void {
    process.stdout.write = (what: string | Uint8Array) => {
      this.lines.push(String(what));
      return true;
    };
  }

  stop(): void {
    process.stdout.write = this.write;
  }
}
