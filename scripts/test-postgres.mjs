// npm run test:postgres -- [arguments of vitest]: the tests on a real PostgreSQL, TEST_DATABASE_URL or a throw-away one.
import { startCluster } from "./throwaway-cluster.mjs";
import { runVitest } from "./tool.mjs";

const given = process.env.TEST_DATABASE_URL;
const cluster = given ? { url: given, stop: async () => {} } : await startCluster();
try {
  process.exitCode = await runVitest(process.argv.slice(2), { TEST_DATABASE_URL: cluster.url });
} finally {
  await cluster.stop();
}
