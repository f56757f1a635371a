import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/support/longest-first.js";

export default defineConfig({
  // Vite would load graphql's ES modules beside the CommonJS copy its users load: two copies refuse each other's types.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  esbuild: {
    target: "es2022",
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  },
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/support/global-setup.ts"],
    // As main.ts does: type-graphql keeps what its decorators say in it.
    setupFiles: ["reflect-metadata"],
    pool: "forks",
    // A worker loads the server once, not once a file: a third of the time. No test changes a module.
    isolate: false,
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    // The first test of a file waits for its database; real servers and password hashing take their time, too.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
