import { describe, expect, test } from "vitest";
import { demoRows } from "../../src/db/seed/demo-rows.js";
import {
  conflict,
  consent,
  customer,
  evidence,
  finding,
  informationRecord,
  majorEvent,
  recordDerivation,
  recordState,
  screeningFinding,
  sharingAgreement,
  taskRecord,
  verificationTask,
} from "../../src/db/tables/index.js";
import { CategoryCode } from "../../src/domain/category-code.js";
import { namesOf } from "../../src/domain/enumeration.js";
import { addDecimals, type Decimal } from "../../src/domain/money.js";
import { ConflictResolution, Corroboration, RecordStatus } from "../../src/domain/record.js";
import {
  FindingResult,
  MajorEventKind,
  Priority,
  TaskCause,
  TaskStatus,
  VerificationMethod,
} from "../../src/domain/task.js";
import { hasRightCheckCharacter, usccForm } from "../../src/domain/uscc.js";
import { isVerified } from "../../src/domain/verification-policy.js";

const NOW = new Date("2026-06-30T02:00:00Z");
const rows = demoRows(NOW);
const records = rows.of(informationRecord);
const tasks = rows.of(verificationTask);
const archived = records.filter(({ status }) => status === "ARCHIVED");

const TABLES = [
  conflict,
  consent,
  customer,
  evidence,
  finding,
  informationRecord,
  majorEvent,
  recordDerivation,
  recordState,
  screeningFinding,
  sharingAgreement,
  taskRecord,
  verificationTask,
];

const everythingOf = (now: Date) => {
  const made = demoRows(now);
  return JSON.stringify(TABLES.map((table) => made.of(table)));
};

const grouped = <T, K>(values: readonly T[], keyOf: (value: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
};

const seen = <T>(values: readonly T[]) => new Set(values);

test("the same day gives the same archive, byte for byte, and another day another one", () => {
  expect(everythingOf(new Date("2026-06-30T23:59:59Z"))).toBe(everythingOf(NOW));
  expect(everythingOf(new Date("2026-07-01T00:00:00Z"))).not.toBe(everythingOf(NOW));
});

test.each(["2024-02-29", "2025-01-01", "2025-05-31", "2026-12-31"])(
  "on %s nothing lies in the future or balances badly",
  (day) => {
    const made = demoRows(new Date(`${day}T12:00:00Z`)).of(informationRecord);
    const late = made.filter(({ periodEnd, occurredOn, receivedOn, collectedAt, ...record }) =>
      [periodEnd, occurredOn, receivedOn, record.settledOn, record.resolvedOn, collectedAt].some(
        (date) => date && date > day,
      ),
    );
    expect(late).toEqual([]);
  },
);

describe("200 customers", () => {
  test("have names and codes of their own", () => {
    const customers = rows.of(customer);
    expect(customers).toHaveLength(200);
    expect(seen(customers.map(({ name }) => name)).size).toBe(200);
    expect(seen(customers.map(({ code }) => code)).size).toBe(200);
  });

  test("have fictitious codes of region 000000, two of them with a wrong check character", () => {
    const codes = rows.of(customer).flatMap(({ uscc }) => uscc ?? []);
    expect(codes.every((code) => usccForm(code) && code.slice(2, 8) === "000000")).toBe(true);
    expect(codes.filter((code) => !hasRightCheckCharacter(code))).toHaveLength(2);
  });

  test("have at least one archived record of every category each, with all that the matrix distinguishes", () => {
    const complete = (of: string | undefined, category: string, fields: readonly (keyof (typeof archived)[number])[]) =>
      archived.some(
        (record) =>
          record.customerId === of && record.category === category && fields.every((field) => record[field] != null),
      );
    const missing = rows
      .of(customer)
      .filter(
        ({ id }) =>
          !(
            complete(id, "REGISTRATION", ["legalName", "registeredCapital"]) &&
            complete(id, "CONTACT", ["mobile", "email", "postalAddress", "idNumber"]) &&
            complete(id, "OPERATION", ["operatingState", "litigationCount", "employees"]) &&
            complete(id, "FINANCIAL", [
              "totalAssets",
              "guaranteesGiven",
              "operatingCashFlow",
              "bankAccount",
              "auditor",
            ]) &&
            complete(id, "TRANSACTION", ["amount", "settledAmount", "performance"]) &&
            complete(id, "CREDIT", ["rating", "score", "creditLimit", "rationale"]) &&
            complete(id, "FEEDBACK", ["satisfaction", "text"])
          ),
      );
    expect(missing).toEqual([]);
  });
});

describe("records", () => {
  test.each(namesOf(CategoryCode))("of %s are met in every state", (category) => {
    const of = records.filter((record) => record.category === category);
    const states = namesOf(RecordStatus).filter((state) => isVerified(category) || state !== "IN_VERIFICATION");
    expect(seen(of.map(({ status }) => status))).toEqual(new Set(states));
  });

  test("one record of a series is in force, and its predecessor ended when it was archived", () => {
    const inForce = records.filter(
      ({ status, restrictedFrom }) => status === "ARCHIVED" || restrictedFrom === "ARCHIVED",
    );
    const series = inForce.map(({ customerId, category, series }) => `${customerId} ${category} ${series}`);
    expect(seen(series).size).toBe(series.length);
    const followed = records.filter(({ supersedesId }) => supersedesId != null);
    expect(followed.length).toBeGreaterThan(100);
    for (const next of followed) {
      const former = records.find(({ id }) => id === next.supersedesId);
      expect(former).toMatchObject({ status: "SUPERSEDED", series: next.series, supersededAt: next.archivedAt });
    }
  });

  test("every statement balances", () => {
    const statements = records.filter(({ category, status }) => category === "FINANCIAL" && status !== "ERASED");
    const unbalanced = statements.filter(
      ({ totalAssets, totalLiabilities, equity }) =>
        addDecimals(totalLiabilities as Decimal, equity as Decimal) !== totalAssets,
    );
    expect(unbalanced).toEqual([]);
  });

  test("nothing is left of an erased one but its tombstone", () => {
    const left = records
      .filter(({ status }) => status === "ERASED")
      .map(({ series, seal, ...record }) => {
        const {
          legalName,
          personName,
          mobile,
          operatingState,
          periodStart,
          totalAssets,
          contractNumber,
          rating,
          kind,
          text,
        } = record;
        expect(seal).toMatch(/^[0-9a-f]{64}$/);
        expect(series).toBe(record.id);
        return [
          legalName,
          personName,
          mobile,
          operatingState,
          periodStart,
          totalAssets,
          contractNumber,
          rating,
          kind,
          text,
        ];
      });
    expect(left.flat().every((value) => value === undefined)).toBe(true);
  });

  test("every state a record has been in is kept, without gaps, up to the one it is in", () => {
    const states = grouped(rows.of(recordState), ({ recordId }) => recordId);
    for (const { id, status, version } of records) {
      const of = states.get(id ?? "") ?? [];
      expect(of).toHaveLength(version ?? 0);
      expect(of.at(-1)).toMatchObject({ status, recordedTo: null });
      for (const [i, state] of of.entries()) if (i > 0) expect(state.recordedFrom).toBe(of[i - 1]?.recordedTo);
    }
  });

  test("collector, verifiers, approver and archiver of a record are different people", () => {
    const performers = grouped(rows.of(finding), ({ recordId }) => recordId);
    for (const { id, collectedBy, approvedBy, archivedBy } of records) {
      const verifiers = [...seen((performers.get(id ?? "") ?? []).map(({ performedBy }) => performedBy))];
      const people = [collectedBy, ...verifiers, approvedBy, archivedBy].filter((person) => person != null);
      expect(seen(people).size).toBe(people.length);
    }
  });

  test("no archived record screens as an error, and a warning on one was overridden with a reason", () => {
    const ids = seen(archived.map(({ id }) => id));
    const found = rows.of(screeningFinding).filter(({ recordId }) => ids.has(recordId));
    expect(found.filter(({ severity }) => severity === "ERROR")).toEqual([]);
    expect(found.filter(({ severity }) => severity === "WARNING").every(({ overrideReason }) => overrideReason)).toBe(
      true,
    );
    expect(found.some(({ overriddenBy }) => overriddenBy)).toBe(true);
  });

  test("every degree of corroboration is met, and FULL rests on two confirmations by different people", () => {
    expect(seen(records.map(({ corroboration }) => corroboration))).toEqual(new Set(namesOf(Corroboration)));
    const confirmed = grouped(
      rows.of(finding).filter(({ result }) => result === "CONFIRMED"),
      ({ recordId }) => recordId,
    );
    for (const { id } of archived.filter(({ corroboration }) => corroboration === "FULL"))
      expect(seen((confirmed.get(id ?? "") ?? []).map(({ performedBy }) => performedBy)).size).toBe(2);
  });

  test("an analysis names what it was derived from and with which tool", () => {
    const derived = seen(rows.of(recordDerivation).map(({ recordId }) => recordId));
    const analyses = archived.filter(({ channel }) => channel === "DATA_ANALYSIS");
    expect(analyses.length).toBeGreaterThanOrEqual(200);
    expect(analyses.every(({ id, tool }) => tool && derived.has(id ?? ""))).toBe(true);
  });
});

describe("what stands around the records", () => {
  test("tasks are met in every state, by every method, for every cause and with every priority", () => {
    expect(seen(tasks.map(({ status }) => status))).toEqual(new Set(namesOf(TaskStatus)));
    expect(seen(tasks.map(({ method }) => method))).toEqual(new Set(namesOf(VerificationMethod)));
    expect(seen(tasks.map(({ cause }) => cause))).toEqual(new Set(namesOf(TaskCause)));
    expect(seen(tasks.map(({ priority }) => priority))).toEqual(new Set(namesOf(Priority)));
    expect(seen(rows.of(finding).map(({ result }) => result))).toEqual(new Set(namesOf(FindingResult)));
  });

  test("both verifiers hold live claims on records being verified, of every category there are any of, and no more than ten", () => {
    const live = tasks.filter(({ claimedUntil }) => claimedUntil && claimedUntil > NOW.toISOString());
    const byHolder = grouped(live, ({ assigneeId }) => assigneeId);
    expect(byHolder.size).toBe(2);
    for (const held of byHolder.values()) {
      expect(held.length).toBeLessThanOrEqual(10);
      expect(seen(held.map(({ category }) => category))).toEqual(new Set(namesOf(CategoryCode).filter(isVerified)));
    }
    const ids = seen(live.map(({ id }) => id));
    const over = seen(rows.of(taskRecord).flatMap(({ taskId, recordId }) => (ids.has(taskId) ? recordId : [])));
    expect(records.filter(({ id }) => over.has(id ?? "")).every(({ status }) => status === "IN_VERIFICATION")).toBe(
      true,
    );
  });

  test("everything that is being verified has a task that still asks for work", () => {
    const pending = seen(tasks.filter(({ closedAt }) => closedAt == null).map(({ id }) => id));
    const asked = seen(rows.of(taskRecord).flatMap(({ taskId, recordId }) => (pending.has(taskId) ? recordId : [])));
    expect(records.filter(({ id, status }) => status === "IN_VERIFICATION" && !asked.has(id ?? ""))).toEqual([]);
  });

  test("consents are in force with and without an end, run out, and withdrawn, which restricts what they covered", () => {
    const consents = rows.of(consent);
    const today = "2026-06-30";
    expect(consents.some(({ expiresOn }) => expiresOn === null)).toBe(true);
    expect(consents.some(({ expiresOn }) => expiresOn && expiresOn < today)).toBe(true);
    expect(consents.some(({ expiresOn, withdrawnOn }) => expiresOn && expiresOn > today && !withdrawnOn)).toBe(true);
    const withdrawn = seen(consents.filter(({ withdrawnOn }) => withdrawnOn).map(({ id }) => id));
    expect(withdrawn.size).toBeGreaterThan(5);
    const covered = records.filter(({ consentId }) => consentId && withdrawn.has(consentId));
    expect(seen(covered.map(({ status }) => status))).toEqual(new Set(["RESTRICTED"]));
  });

  test("conflicts are open and resolved in every way, major events of every kind open and closed", () => {
    const resolutions = rows.of(conflict).map(({ resolution }) => resolution ?? null);
    expect(seen(resolutions)).toEqual(new Set([null, ...namesOf(ConflictResolution)]));
    const events = rows.of(majorEvent).map(({ kind, closedAt }) => `${kind} ${closedAt ? "closed" : "open"}`);
    expect(seen(events).size).toBe(2 * namesOf(MajorEventKind).length);
  });

  test("one of the two sharing agreements is over", () => {
    expect(rows.of(sharingAgreement).map(({ expiresOn }) => expiresOn > "2026-06-30")).toEqual([true, false]);
  });
});
