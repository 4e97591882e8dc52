import type { StoryOptions } from './story-system.js';

/** What a step tells beside its title: which service did it, the fact it left on the bus, and what is worth seeing. */
export interface Told {
  readonly by?: string;
  readonly fact?: string;
  readonly detail?: string;
}

/** Thrown where the story did not go as told; its message says what was seen instead. */
export class StoryBroken extends Error {}

/** Tells the story line by line, and counts. */
export class Narrator {
  steps = 0;

  constructor(private readonly options: StoryOptions) {}

  act(number: number, title: string): void {
    this.options.narrate('');
    this.options.narrate(` ${number}  ${title}`);
  }

  /** Plays steps that were told before: they are not told and not counted, and break the step they belong to. */
  unheard(): Narrator {
    return new Narrator({ ...this.options, narrate: () => undefined, afterStep: async () => undefined });
  }

  /** Says what is being waited for, where nothing is to be seen for a while. */
  wait(what: string): void {
    this.options.narrate(`    … ${what}`);
  }

  /** Runs one step and tells how it went and how long it took. A step that breaks ends the story. */
  async step<T>(title: string, run: () => Promise<{ value: T } & Told>): Promise<T> {
    const startedAt = performance.now();
    try {
      const { value, ...told } = await run();
      this.steps += 1;
      this.options.narrate(line('✓', title, told, performance.now() - startedAt));
      await this.options.afterStep?.(title);
      return value;
    } catch (error) {
      this.options.narrate(line('✗', title, {}, performance.now() - startedAt));
      throw new StoryBroken(`${title}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** Steps line up as long as their titles stay within this. */
const widestTitle = 66;

function line(mark: string, title: string, told: Told, tookMs: number): string {
  const origin = [told.by, told.fact].filter(Boolean).join(' · ');
  const took = tookMs < 1000 ? `${Math.round(tookMs)} ms` : `${(tookMs / 1000).toFixed(1)} s`;
  const first = `    ${mark} ${title.padEnd(widestTitle)} ${origin.padEnd(38)} ${took.padStart(7)}`;
  return told.detail ? `${first}\n        ${told.detail}` : first;
}
