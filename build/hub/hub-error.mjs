/** An expected failure of an administrator's command: a sentence, no stack. */
export class HubError extends Error {}

/** Runs a command and ends it with a readable last word. */
export async function command(work) {
  try {
    await work();
  } catch (error) {
    // A wrong argument is explained by parseArgs itself.
    const expected = error instanceof HubError || String(error?.code).startsWith('ERR_PARSE_ARGS');
    console.error(expected ? `\n${error.message}\n` : error);
    process.exitCode = 1;
  }
}
