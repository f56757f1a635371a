import type { Content } from "../../../domain/content.js";
import { residentIdCheck } from "../../../domain/resident-id.js";
import { type DemoCustomer, personName } from "../customers.js";
import { randomOf } from "../random.js";
import { POSITIONS, STREETS } from "../words.js";

/** Region 000000, as in the demo's company codes: an identity number of nobody. */
const idNumberOf = (serial: number, year: number): string => {
  const body = `000000${year}0${1 + (serial % 9)}1${serial % 10}${String(serial).padStart(3, "0").slice(-3)}`;
  return body + residentIdCheck(body);
};

/** How to reach the n-th person of a customer; an edition other than the first has a new number. */
export const contactContent = (
  { index, place, kind, legalRepresentative }: DemoCustomer,
  person: number,
  edition = 0,
): Content<"CONTACT"> => {
  const random = randomOf("contact", index, person);
  const serial = index * 8 + person;
  const trader = kind === "SOLE_TRADER" && person === 0;
  return {
    personName: trader ? legalRepresentative : personName("contact", index, person),
    position: trader ? "经营者" : random.pick(POSITIONS),
    mobile: `199000${String(serial * 10 + edition).padStart(5, "0")}`,
    landline: `000-8${String(serial).padStart(7, "0")}`,
    email: `contact${serial}@customer${index}.example.com`,
    postalAddress: `${place.city}市${place.district}${random.pick(STREETS)}${random.between(1, 300)}号${random.between(2, 20)}楼`,
    idNumber: idNumberOf(serial, random.between(1965, 1999)),
  };
};
