import type { Purpose } from "./source.js";

/** What a collector has to tell a person before collecting for a purpose 告知书 (SP4; PIPL art. 17). */
export interface NoticeText {
  readonly textZh: string;
  readonly textEn: string;
}

const RIGHTS = {
  textZh:
    "提供与否由您决定；您可以随时撤回同意，撤回后我们立即停止处理。您有权查阅、复制、更正、删除您的信息。信息仅供有权限的人员使用，保存至目的实现或法定期限届满。",
  textEn:
    "Giving it is up to you. You may withdraw your consent at any time; processing then stops at once. You may see, copy, correct and have erased what is kept about you. Only authorised persons use it, until its purpose is fulfilled or the statutory period has ended.",
};

const FOR = {
  CREDIT_ASSESSMENT: ["评估信用状况和确定交易条件", "to assess creditworthiness and decide on terms of trade"],
  CONTRACT_PERFORMANCE: ["订立和履行合同", "to conclude and perform a contract"],
  AFTER_SALE_SERVICE: ["提供售后服务", "to provide after-sale service"],
  DEBT_COLLECTION: ["催收应收账款", "to collect receivables"],
  LEGAL_DUTY: ["履行法定义务", "to fulfil a statutory duty"],
  AUDIT: ["接受审计", "to be audited"],
} as const satisfies Record<Purpose, readonly [zh: string, en: string]>;

/** What is told until a text of one's own is published. */
export const defaultNotice = (purpose: Purpose): NoticeText => {
  const [zh, en] = FOR[purpose];
  return {
    textZh: `我们为${zh}收集和处理您的姓名、职务、联系方式等个人信息。${RIGHTS.textZh}`,
    textEn: `We collect and process your name, position and contact details ${en}. ${RIGHTS.textEn}`,
  };
};
