import { text } from "drizzle-orm/pg-core";
import { MASK } from "../masks.js";
import { ciphertext, fingerprint, twin } from "./encrypted.js";

export const contactColumns = () => ({
  personName: text("person_name"),
  position: text("position"),
  mobile: text("mobile"),
  landline: text("landline"),
  email: text("email"),
  postalAddress: text("postal_address"),
  personNameMasked: text("person_name_masked").generatedAlwaysAs(MASK.personName("person_name")),
  mobileMasked: text("mobile_masked").generatedAlwaysAs(MASK.mobile("mobile")),
  emailMasked: text("email_masked").generatedAlwaysAs(MASK.email("email")),
  postalAddressMasked: text("postal_address_masked").generatedAlwaysAs(MASK.district("postal_address")),
  idNumber: ciphertext("id_number"),
  idNumberMasked: twin("id_number"),
  idNumberLookup: fingerprint("id_number"),
});
