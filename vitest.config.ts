import { defineConfig } from "vitest/config";

export default defineConfig({
  // Templates are TSX over templates/jsx-runtime.ts, as in tsconfig.json.
  oxc: { jsx: { runtime: "automatic", importSource: "#jsx", development: false } },
  test: {
    // The same everywhere, whatever the machine's zone.
    env: { TZ: "UTC" },
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/browser/**"],
          setupFiles: ["test/support/property-seed.ts"],
          // A limit for what hangs, not for what is slow on a busy machine.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          globalSetup: ["test/support/site.ts"],
          // One built site and one browser serve all files; on a cold machine the browser is fetched first.
          fileParallelism: false,
          // Limits for what hangs: on a machine that others load a page takes ten times as long.
          testTimeout: 300_000,
          expect: { poll: { timeout: 60_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
