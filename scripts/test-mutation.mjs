// npm run test:mutation [-- 1/2]: changes every word of the policy in turn, or a share of them, and asks the API.
import { runNode, tool } from "./tool.mjs";

process.env.MUTATION = process.argv[2] ?? "all";
const { ok } = await runNode([tool("vitest"), "run", "test/permissions/mutation.test.ts"], { show: true });
process.exitCode = ok ? 0 : 1;
