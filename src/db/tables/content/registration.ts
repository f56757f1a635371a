import { date, text } from "drizzle-orm/pg-core";
import { amount } from "../columns.js";
import { MASK } from "../masks.js";

export const registrationColumns = () => ({
  legalName: text("legal_name"),
  uscc: text("uscc"),
  legalRepresentative: text("legal_representative"),
  registeredCapital: amount("registered_capital"),
  registeredCapitalCurrency: text("registered_capital_currency"),
  establishedOn: date("established_on"),
  companyType: text("company_type"),
  registrationRegion: text("registration_region"),
  registeredAddress: text("registered_address"),
  businessScope: text("business_scope"),
  industry: text("industry"),
  operatingStatus: text("operating_status"),
  registeredCapitalBand: text("registered_capital_band").generatedAlwaysAs(MASK.band("registered_capital")),
});
