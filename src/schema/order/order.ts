import { type ClassType, Field, InputType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import type { Enumeration } from "../../domain/enumeration.js";
import { Grade } from "../../domain/grade.js";
import { SortDirection } from "../enums/order.js";
import { publish } from "../enums/publish.js";
import { VALUE_GRADES } from "../enums/value-grades.js";

export interface Order {
  field: string;
  direction: keyof typeof SortDirection;
}

/** An order input over a closed list of fields, each classified like the field it orders by. */
export const orderOf = <K extends string>(
  name: string,
  fields: Enumeration<K>,
  grades: Record<K, Grade>,
  descriptions: Record<K, string>,
): ClassType<Order> => {
  publish(`${name}OrderField`, fields, `What ${name} lists can be ordered by.`, descriptions);
  // An order by a field tells what the field holds.
  VALUE_GRADES.set(`${name}OrderField`, grades);

  @InputType(`${name}Order`, { description: "One step of an order; the id decides at the end." })
  class TypedOrder implements Order {
    @Field(() => fields, { description: "What to order by." })
    @Classified(Grade.CARRIED)
    field: K;

    @Field(() => SortDirection, { description: "Direction." })
    @Classified(Grade.CARRIED)
    direction: keyof typeof SortDirection;
  }
  return TypedOrder;
};
