/** Ends what setup began. Setup and teardown run in one process and share this module. */
export const running: { end?: () => Promise<void> } = {};
