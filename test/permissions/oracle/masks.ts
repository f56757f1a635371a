/** What is left of a value under its mask. */
export const keepingLastFour = (value: string): string => {
  const number = value.replaceAll(/[\s-]/g, "").toUpperCase();
  return number.length >= 8 ? `****${number.slice(-4)}` : "****";
};

const person = (value: string): string => (value.length > 1 ? `${value.charAt(0)}**` : "**");

const address = (value: string): string => {
  const upToDistrict = /^.{1,24}?[区县旗](?=..)/.exec(value)?.[0] ?? "";
  return `${upToDistrict}****`;
};

const email = (value: string): string => (/^[^@]{2,}@[^@]+$/.test(value) ? value.replace(/^(.)[^@]+/, "$1***") : "***");

const mobile = (value: string): string => {
  const digits = value.replaceAll(/\D/g, "");
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : "****";
};

const BANDS: readonly (readonly [below: number, band: string])[] = [
  [1e6, "<1M"],
  [5e6, "1M–5M"],
  [20e6, "5M–20M"],
  [100e6, "20M–100M"],
  [Number.POSITIVE_INFINITY, "≥100M"],
];

export const bandOf = (amount: number): string => BANDS.find(([below]) => amount < below)?.[1] ?? "";

export const MASK: Readonly<Record<string, (value: string) => string>> = {
  "ContactRecord.personName": person,
  "ContactRecord.mobile": mobile,
  "ContactRecord.email": email,
  "ContactRecord.postalAddress": address,
  "ContactRecord.idNumber": keepingLastFour,
  "FinancialStatement.bankAccount": keepingLastFour,
  "Consent.personName": person,
};
