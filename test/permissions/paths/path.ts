import type { GraphQLSchema } from "graphql";
import { type Asked, fieldType } from "../oracle/asked.js";
import { behind } from "../oracle/disclosures.js";
import { CATEGORIES, CATEGORY_OF_TYPE } from "../oracle/policy.js";
import { possibleTypes, rowsBehind, type Step, saidBy, stepsFrom } from "./steps.js";

/** From a row over rows it leads to, to all that the last of them says. */
export interface Path {
  readonly steps: readonly Step[];
  /** The fields said at its end, written out for every type that may stand there and on the way. */
  readonly fields: number;
}

/** A type that may stand somewhere, and the categories its records are of. */
interface Standing {
  readonly type: string;
  readonly categories: readonly string[];
}

const own = (type: string, categories: readonly string[]): Standing => {
  const category = CATEGORY_OF_TYPE[type];
  return { type, categories: category === undefined ? categories : [category] };
};

const after = (asked: Asked, standing: readonly Standing[], { field, on }: Step): Standing[] =>
  standing
    .filter(({ type }) => on === undefined || on === type)
    .flatMap(({ type, categories }) => {
      const { to } = rowsBehind(asked.schema, fieldType(asked, type, field));
      const next = behind(asked, to, field, categories);
      return next.types.map((each) => own(each, next.categories));
    });

/** Every path of at most so many steps from rows of a type; those that begin alike stand together. */
export const pathsFrom = (schema: GraphQLSchema, type: string, most: number): Path[] => {
  const asked: Asked = { schema, variables: {} };
  const walk = (steps: readonly Step[], at: string, standing: readonly Standing[]): Path[] => {
    const said = saidBy(schema, at);
    const saidOn = (one: string) => said.filter(({ on }) => on === undefined || on === one).length;
    const fields = standing.reduce((sum, each) => sum + saidOn(each.type), 0);
    const further = steps.length < most ? stepsFrom(schema, at) : [];
    const longer = further.flatMap((step) => walk([...steps, step], step.to, after(asked, standing, step)));
    return [{ steps, fields }, ...longer];
  };
  const standing = possibleTypes(schema, type).map((each) => own(each, CATEGORIES));
  return walk([], type, standing);
};
