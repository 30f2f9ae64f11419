/** Sends this process SIGTERM when the npm that runs `script` has ended. */
export function endWithNpm(script: string): void;
