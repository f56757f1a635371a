import { SYSTEM } from "../auth/viewer.js";
import type { Database } from "../db/database.js";
import { branch } from "../db/tables/index.js";
import { properName, readField } from "../domain/field-form.js";
import { Refusal } from "../domain/refusal.js";
import { refusingDuplicates, type UniqueConstraints } from "./unique-violation.js";

const CODE = /^[A-Z0-9][A-Z0-9-]{0,31}$/;
const NAME = properName(200);

const TAKEN: UniqueConstraints = {
  branch_code_unique: { field: "code", message: "A branch with this code exists already." },
};

/**
 * Opens a branch: customers and most accounts belong to one.
 *
 * @throws Refusal BAD_USER_INPUT naming the field; CONFLICT when the code is taken
 */
export const createBranch = async (
  database: Database,
  { code, name }: { code: string; name: string },
): Promise<void> => {
  if (!CODE.test(code)) {
    throw new Refusal("BAD_USER_INPUT", "code: capitals, digits and hyphens, 32 characters at most.", {
      field: "code",
    });
  }
  const called = readField("name", NAME, name);
  if (called === null) throw new Refusal("BAD_USER_INPUT", "name: say what the branch is called.", { field: "name" });
  await database.withViewer(SYSTEM, "WRITE", ({ orm }) =>
    refusingDuplicates(TAKEN, () => orm.insert(branch).values({ code, name: called })),
  );
};
