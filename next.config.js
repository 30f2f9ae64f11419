/** The custom server in server/ serves the pages; Next only renders them. */
const config = {
  // Tests build beside a running server, into a folder of their own.
  distDir: process.env.SEKONG_NEXT_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // `npm run check` holds the types of the whole project; a start on a fresh machine need not check them again.
  typescript: { ignoreBuildErrors: true },
};

export default config;
