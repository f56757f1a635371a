import { GraphQLSchema } from "graphql";
import { buildSchema, Field, ObjectType, Query, Resolver } from "type-graphql";
import { expect, test } from "vitest";

@ObjectType()
class Greeting {
  @Field(() => String)
  text!: string;
}

@Resolver()
class Greeter {
  @Query(() => Greeting)
  greeting(): Greeting {
    return { text: "你好" };
  }
}

test("the tests and the libraries they test load one copy of graphql", async () => {
  const schema = await buildSchema({ resolvers: [Greeter], validate: false });
  expect(schema).toBeInstanceOf(GraphQLSchema);
});

test("a field that is only declared is not a property of a new object", () => {
  expect(Object.keys(new Greeting())).toEqual([]);
});
