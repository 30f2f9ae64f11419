/** Passes on the end of npm, which sends SIGTERM to the shell between; some shells do not pass it on. */

/** Sends this process SIGTERM when the npm that runs `script` has ended. */
export function endWithNpm(script) {
  if (process.env.npm_lifecycle_event !== script) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, "SIGTERM");
  }, 250);
  watch.unref();
}
