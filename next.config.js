/** The custom server in server/ serves the pages; Next only renders them. */
const config = {
  // Two engineers may build or develop at once, each with a folder of their own.
  distDir: process.env.SEKONG_NEXT_DIST ?? ".next",
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
};

export default config;
