import { type ClassType, Field, Int, ObjectType } from "type-graphql";
import { Classified } from "../../auth/classified.js";
import { Grade } from "../../domain/grade.js";
import { PageInfo } from "./page-info.js";

interface Edge {
  cursor: string;
  node: object;
}

interface Connection {
  edges: Edge[];
  nodes: object[];
  pageInfo: PageInfo;
  totalCount: number;
}

/** A Relay connection over a type. Existence and number of rows are declassified facts; the content of the nodes is not. */
export const connectionOf = (name: string, what: string, nodeType: () => unknown): ClassType<Connection> => {
  const type = nodeType as () => ClassType<object>;

  @ObjectType(`${name}Edge`, { description: `One of ${what}, with its cursor.`, simpleResolvers: true })
  class TypedEdge implements Edge {
    @Field(() => String, { description: "Continue before or after this row. Valid for the same role and order." })
    @Classified(Grade.INTERNAL)
    cursor: string;

    @Field(type, { description: "The row itself." })
    @Classified(Grade.INTERNAL)
    node: object;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${what}.`, simpleResolvers: true })
  class TypedConnection implements Connection {
    @Field(() => [TypedEdge], { description: "The rows with their cursors." })
    @Classified(Grade.INTERNAL)
    edges: TypedEdge[];

    @Field(() => [nodeType()] as unknown as [ClassType<object>], { description: "The rows without cursors." })
    @Classified(Grade.INTERNAL)
    nodes: object[];

    @Field(() => PageInfo, { description: "Where this page stands." })
    @Classified(Grade.INTERNAL)
    pageInfo: PageInfo;

    @Field(() => Int, { description: "Rows in the whole list under this filter; counted only when asked for." })
    @Classified(Grade.INTERNAL)
    totalCount: number;
  }
  return TypedConnection;
};
