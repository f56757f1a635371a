import { Ctx, FieldResolver, Query, Resolver, Root } from "type-graphql";
import { Classified } from "../auth/classified.js";
import type { RequestContext } from "../context.js";
import { type InformationCategory as Category, INFORMATION_CATEGORIES } from "../domain/category.js";
import { verifiedFields } from "../domain/fields-to-verify.js";
import { Grade } from "../domain/grade.js";
import { CategoryField } from "../schema/category-field.js";
import { InformationCategory } from "../schema/information-category.js";

@Resolver(() => InformationCategory)
export class InformationCategoryResolver {
  @Query(() => [InformationCategory], { description: "The information categories 信息类别 (SP5), with their fields." })
  @Classified(Grade.PUBLIC)
  informationCategories(): Category[] {
    return Object.values(INFORMATION_CATEGORIES);
  }

  @FieldResolver(() => [CategoryField], { description: "Its fields, with label and grade: enough to build a form." })
  @Classified(Grade.PUBLIC)
  fields(@Root() { code, typeName, fields }: Category, @Ctx() { policy }: RequestContext) {
    const toVerify = verifiedFields(code);
    return fields.map((field) => ({
      ...field,
      grade: policy.gradeOf(`${typeName}.${field.name}`),
      verified: toVerify.includes(field.name),
    }));
  }
}
