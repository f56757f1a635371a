import { namesOf } from "../../domain/enumeration.js";
import { MajorEventKind } from "../../domain/task.js";
import { majorEvent } from "../tables/index.js";
import { accountId } from "./accounts.js";
import { type Demo, instantFor } from "./demo.js";
import { demoId } from "./demo-id.js";
import type { Made } from "./made.js";
import { peopleFor } from "./people.js";
import type { Portfolio } from "./portfolio.js";
import { addTask } from "./tasks.js";

const DESCRIPTION = {
  LEGAL_REPRESENTATIVE: "公告变更法定代表人",
  EQUITY: "控股股东转让部分股权",
  LITIGATION: "新增买卖合同纠纷，标的较大",
  ABNORMAL_OPERATION: "被列入经营异常名录",
} as const satisfies Record<MajorEventKind, string>;

const KINDS = namesOf(MajorEventKind);

const touched = (kind: MajorEventKind, { registration, operation }: Portfolio): Made =>
  kind === "LEGAL_REPRESENTATIVE" || kind === "EQUITY" ? registration : operation;

/** Every ninth customer changed in some way; half of these changes are dealt with (SP3). */
const EVERY = 9;

export const addMajorEvent = (demo: Demo, portfolio: Portfolio): void => {
  const { customer } = portfolio.registration;
  if (customer.index % EVERY !== 0) return;
  const turn = customer.index / EVERY;
  const kind = KINDS[turn % KINDS.length] ?? KINDS[0];
  const closed = Math.floor(turn / KINDS.length) % 2 === 0;
  const record = touched(kind, portfolio);
  const { collector, verifiers } = peopleFor(customer, record.category);
  const ago = closed ? 9 : 0.5;
  const task = { records: [record], method: "PUBLIC_REGISTER_CHECK", cause: "MAJOR_EVENT", createdAgo: ago } as const;
  const done = { status: "CLOSED", assignee: verifiers[0], result: "CONFIRMED" } as const;
  demo.rows.add(majorEvent, {
    id: demoId("event", customer.index),
    customerId: customer.id,
    category: record.category,
    kind,
    description: DESCRIPTION[kind],
    occurredOn: demo.calendar.day(Math.ceil(ago) + 1),
    reportedBy: accountId(collector),
    reportedAt: instantFor(demo, customer, ago),
    taskId: addTask(demo, { ...task, ...(closed ? done : ({ status: "OPEN" } as const)) }),
    closedAt: closed ? instantFor(demo, customer, ago - 2) : null,
    version: closed ? 2 : 1,
  });
};
