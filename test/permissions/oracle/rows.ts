import type { Ask } from "./ask.js";
import { CATEGORY_OF_TYPE } from "./policy.js";
import type { Scene } from "./scene.js";
import { few, idOf, type Stored } from "./stored.js";
import { identity } from "./whole.js";

export const RECORD_TYPES = Object.keys(CATEGORY_OF_TYPE).filter((type) => !type.endsWith("Payload"));

/** Rows that are asked for by their ids, of any type at once. */
export const NODE_TABLES = {
  Conflict: "conflict",
  Consent: "consent",
  MajorEvent: "major_event",
  Evidence: "evidence",
  Branch: "branch",
  Person: "account",
} as const;

type NodeType = keyof typeof NODE_TABLES;

const isNodeType = (type: string): type is NodeType => Object.hasOwn(NODE_TABLES, type);

const branchOf = ({ world }: Scene, row: Stored): string => world.customer(row.customer_id ?? row.id).branch_id;

/** Records of a category in every state, branch and relation to somebody's work. */
const recordsFor = (scene: Scene, username: string, category: string): Stored[] => {
  const { accountId } = scene.eyes(username);
  const rows = scene.world.all.information_record.filter((row) => row.category === category);
  const mine = rows.filter((row) => scene.world.isWorkOf(accountId, row)).slice(0, 8);
  return [...new Set([...mine, ...few(rows, (row) => `${row.status} ${branchOf(scene, row)} ${row.seal === null}`)])];
};

const tasksFor = (scene: Scene, username: string): Stored[] => {
  const { accountId } = scene.eyes(username);
  const tasks = scene.world.all.verification_task;
  const mine = tasks.filter((task) => scene.world.isClaimOf(accountId, task));
  const returned = tasks.filter((task) => task.return_reason !== null);
  const kinds = few([...returned, ...tasks], (task) => `${task.status} ${task.category} ${branchOf(scene, task)}`);
  return [...new Set([...mine, ...kinds])].slice(0, 100);
};

const nodesOf = (scene: Scene, type: NodeType): Stored[] => {
  const kindOf = (row: Stored): string =>
    [row.category, row.kind, row.resolution, row.withdrawn_on === null, row.customer_id && branchOf(scene, row)].join();
  return few(scene.world.all[NODE_TABLES[type]], kindOf, 3).slice(0, 80);
};

const idsOf = (table: Parameters<typeof idOf>[0], rows: readonly Stored[]): string =>
  JSON.stringify(rows.map(({ id }) => idOf(table, id)));

const listOf = (scene: Scene, username: string, type: string): readonly [root: string, ids: string] => {
  const category = CATEGORY_OF_TYPE[type];
  if (category !== undefined)
    return ["informationRecords", idsOf("information_record", recordsFor(scene, username, category))];
  if (type === "VerificationTask") return ["verificationTasks", idsOf("verification_task", tasksFor(scene, username))];
  const some = few(scene.world.all.customer, (row) => branchOf(scene, row), 4);
  return ["customers", idsOf("customer", some)];
};

/** Whether rows of a type can be asked for by themselves. */
export const hasRows = (type: string): boolean =>
  RECORD_TYPES.includes(type) || isNodeType(type) || type === "Customer" || type === "VerificationTask";

/** A question about rows of a type, of every kind there is to somebody. */
export const aboutRows = (scene: Scene, username: string, type: string, asks: readonly Ask[]): Ask => {
  const inType = RECORD_TYPES.includes(type) || isNodeType(type) ? { on: type } : {};
  const own = [...identity(scene.schema, type), ...asks.map((ask) => ({ ...ask, ...inType }))];
  if (isNodeType(type)) {
    const ids = idsOf(NODE_TABLES[type], nodesOf(scene, type));
    return { field: "nodes", args: `ids: ${ids}`, asks: own };
  }
  const [root, ids] = listOf(scene, username, type);
  return { field: root, args: `first: 100, filter: { id: { in: ${ids} } }`, asks: [{ field: "nodes", asks: own }] };
};
