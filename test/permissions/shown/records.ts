import type { Scene } from "../oracle/scene.js";
import type { Stored } from "../oracle/stored.js";

/** Sealed records of a branch that are nobody's work yet, one of a customer, each with another of its customer. */
export const recordsToPlantAt = (
  { world }: Scene,
  usernames: readonly string[],
  category: string,
): [Stored, Stored][] => {
  const { branch_id } = world.account("clerk");
  const readable = world.all.information_record.filter(
    (row) =>
      row.category === category &&
      !["RESTRICTED", "ERASED"].includes(row.status) &&
      world.customer(row.customer_id).branch_id === branch_id,
  );
  const isFree = (row: Stored): boolean =>
    row.seal !== null && !usernames.some((name) => world.isWorkOf(world.account(name).id, row));
  const filled = (row: Stored): number => Object.values(row).filter((value) => value !== null).length;
  const free = readable.filter(isFree).sort((a, b) => filled(b) - filled(a));
  const customers = [...new Set(free.map((row) => row.customer_id))];
  return customers.flatMap((customer): [Stored, Stored][] => {
    const first = free.find((row) => row.customer_id === customer);
    const second = readable.find((row) => row.customer_id === customer && row !== first);
    return first === undefined || second === undefined ? [] : [[first, second]];
  });
};
