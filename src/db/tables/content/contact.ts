import { text } from "drizzle-orm/pg-core";
import { MASK } from "../masks.js";

export const contactColumns = () => ({
  personName: text("person_name"),
  position: text("position"),
  mobile: text("mobile"),
  landline: text("landline"),
  email: text("email"),
  postalAddress: text("postal_address"),
  idNumber: text("id_number"),
  personNameMasked: text("person_name_masked").generatedAlwaysAs(MASK.personName("person_name")),
  mobileMasked: text("mobile_masked").generatedAlwaysAs(MASK.mobile("mobile")),
  emailMasked: text("email_masked").generatedAlwaysAs(MASK.email("email")),
  postalAddressMasked: text("postal_address_masked").generatedAlwaysAs(MASK.district("postal_address")),
  idNumberMasked: text("id_number_masked").generatedAlwaysAs(MASK.lastFour("id_number")),
});
