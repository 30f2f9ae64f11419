/** @type {import("next").NextConfig} */
export default { distDir: process.env.SEKONG_NEXT_DIST ?? ".next" };
