import {
  type DocumentNode,
  type FieldNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  type ValueNode,
  valueFromASTUntyped,
} from "graphql";
import { csvOf } from "./csv.js";
import { type AskedReport, reportTable, type Statistics } from "./report-table.js";
import type { RequestedDocument } from "./requested-document.js";

/** A registered operation that is answered as a table. */
export interface CsvReport {
  readonly name: string;
  /** Under which key of the data the report stands. */
  readonly key: string;
  readonly operation: OperationDefinitionNode;
  /** What its document gives the report. */
  readonly input: ValueNode | undefined;
}

type Variables = Readonly<Record<string, unknown>> | null | undefined;

export interface CsvFile {
  readonly name: string;
  readonly text: string;
  readonly suppressedGroups: number;
}

/** What a table is made of: asked for plainly, so that it is found where it stands. */
const PARTS: readonly (readonly string[])[] = [
  ["groups", "keys", "dimension"],
  ["groups", "keys", "value"],
  ["groups", "values", "measure"],
  ["groups", "values", "currency"],
  ["groups", "values", "value"],
  ["groups", "hidden"],
  ["suppressedGroups"],
];

/** What is said to whoever wants something else as a table. */
export const ONLY_REPORTS =
  "text/csv is for registered operations whose only field is archiveStatistics, with groups { keys { dimension value } values { measure currency value } hidden } and suppressedGroups, written out and without aliases.";

const fieldsOf = (set: SelectionSetNode | undefined): FieldNode[] =>
  (set?.selections ?? []).flatMap((each) => (each.kind === Kind.FIELD && !each.directives?.length ? [each] : []));

const asks = (field: FieldNode, [first, ...rest]: readonly string[]): boolean => {
  if (first === undefined) return true;
  const found = fieldsOf(field.selectionSet).filter(({ name, alias }) => name.value === first && !alias);
  return found.some((each) => asks(each, rest));
};

const operationIn = (document: DocumentNode, name: string | null): OperationDefinitionNode | undefined => {
  const all = document.definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each] : []));
  return name === null && all.length === 1 ? all[0] : all.find((each) => each.name?.value === name);
};

const soleField = ({ operation, selectionSet }: OperationDefinitionNode): FieldNode | undefined => {
  const [field, ...others] = selectionSet.selections;
  const alone = operation === "query" && others.length === 0 && field?.kind === Kind.FIELD;
  return alone && field.name.value === "archiveStatistics" && !field.directives?.length ? field : undefined;
};

/**
 * The report that is asked for as a table; null for everything else. What it is asked with is not looked at: who asks is not
 * known yet, nor what of it is allowed.
 */
export const csvReportOf = (
  { query, persisted }: RequestedDocument,
  { operationName }: { readonly operationName?: string | null | undefined },
): CsvReport | null => {
  const operation = persisted === null ? undefined : operationIn(parse(query), operationName ?? null);
  const field = operation && soleField(operation);
  if (operation === undefined || field === undefined || !PARTS.every((part) => asks(field, part))) return null;
  const input = field.arguments?.find(({ name }) => name.value === "input")?.value;
  return { name: operation.name?.value ?? "report", key: field.alias?.value ?? field.name.value, operation, input };
};

const defaultsOf = ({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> =>
  Object.fromEntries(
    variableDefinitions.flatMap(({ variable, defaultValue }) =>
      defaultValue === undefined ? [] : [[variable.name.value, valueFromASTUntyped(defaultValue)]],
    ),
  );

const listOf = (value: unknown): string[] => [value ?? []].flat().map(String);

/** What a report was asked with that was answered: its variables are what the schema wants. */
const askedOf = ({ operation, input }: CsvReport, variables: Variables): AskedReport => {
  const given = input && valueFromASTUntyped(input, { ...defaultsOf(operation), ...variables });
  const { groupBy, measures } = (given ?? {}) as Readonly<Record<string, unknown>>;
  return { groupBy: listOf(groupBy), measures: listOf(measures) };
};

interface Answered {
  readonly body: string;
  readonly variables: Variables;
  readonly today: Date;
}

/** The answer as a file for a spreadsheet; null where there is none, because the operation was refused. */
export const csvFile = (report: CsvReport, { body, variables, today }: Answered): CsvFile | null => {
  const { data } = JSON.parse(body) as { data?: Readonly<Record<string, Statistics>> | null };
  const statistics = data?.[report.key];
  if (!statistics) return null;
  const name = `${report.name}-${today.toISOString().slice(0, 10)}.csv`;
  const table = reportTable(askedOf(report, variables), statistics);
  return { name, text: csvOf(table), suppressedGroups: statistics.suppressedGroups };
};
