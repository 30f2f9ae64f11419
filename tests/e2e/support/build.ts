/** Builds the product for the tests, once, unless the build is current. */
export default async function build(): Promise<void> {
  if (process.env.SEKONG_E2E_SERVER) return;
  const url = new URL("../../../scripts/build.mjs", import.meta.url).href;
  const { buildIfNeeded } = (await import(url)) as { buildIfNeeded: () => Promise<void> };
  await buildIfNeeded();
}
