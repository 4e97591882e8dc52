/** What `npm start` was asked for. */
export interface StartArguments {
  /** Play the story and exit. */
  readonly once: boolean;
  /** Only start the system. */
  readonly noStory: boolean;
}

const usage = `npm start takes:
  -- --once        play the story and exit (0 only if every step of it held)
  -- --no-story    only start the system, with a charity to look at`;

/** Reads the arguments, or says what would be understood. */
export function readArguments(given: readonly string[]): StartArguments | { readonly problem: string } {
  const unknown = given.filter((argument) => argument !== '--once' && argument !== '--no-story');
  if (unknown.length > 0) return { problem: `I do not know ${unknown.join(' ')}.\n${usage}` };
  const [once, noStory] = [given.includes('--once'), given.includes('--no-story')];
  return once && noStory
    ? { problem: `--once plays the story and --no-story does not.\n${usage}` }
    : { once, noStory };
}
