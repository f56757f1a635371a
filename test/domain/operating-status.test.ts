import { expect, test } from "vitest";
import { isOperating } from "../../src/domain/operating-status.js";

test.each(["存续", "存续（在营、开业、在册）", "在业", "在营（开业）企业", "开业", "正常"])(
  "a business registered as %s is open",
  (status) => expect(isOperating(status)).toBe(true),
);

test.each(["非正常户", "未开业", "已注销（原存续）", "吊销，未注销", "停业", "清算", "经营异常", "迁出", ""])(
  "a business registered as %s is not known to be open",
  (status) => expect(isOperating(status)).toBe(false),
);
