// Whether the migrations leave the database roles, grants and row policies that the policy asks for: on a fresh database,
// run again as they would be made now, they change nothing.
import { compareWalls } from "./standing-wall.mjs";

const { count, missing, excess } = await compareWalls();
for (const { line } of missing) process.stderr.write(`The policy asks for, and no migration gives: ${line}\n`);
for (const { line } of excess) process.stderr.write(`A migration gives, and the policy does not ask for: ${line}\n`);
if (missing.length + excess.length > 0) {
  process.stderr.write("Make a migration of the wall as it is to be: npm run wall -- NAME\n");
  process.exit(1);
}
process.stdout.write(`${count} grants, policies and settings are as the policy asks.\n`);
