import { graphql } from "relay-runtime";

graphql`
  query CustomerPageQuery($id: ID!, $first: Int = 2) {
    viewer {
      id
      displayName
      role
    }
    node(id: $id) {
      ...CustomerPage_customer @arguments(first: $first) @alias(as: "customer")
    }
  }
`;

graphql`
  fragment CustomerPage_customer on Customer
  @argumentDefinitions(
    first: { type: "Int", defaultValue: 2 }
    after: { type: "String" }
    withTasks: { type: "Boolean", defaultValue: true }
  )
  @refetchable(queryName: "CustomerPageRefetchQuery") {
    name
    version
    riskClass
    contacts {
      mobile
      collectedBy {
        displayName
      }
    }
    records(first: $first, after: $after) @connection(key: "CustomerPage_records") {
      edges {
        node {
          ...CustomerPage_record
        }
      }
    }
    verificationTasks(first: 1) @include(if: $withTasks) {
      totalCount
    }
  }
`;

graphql`
  fragment CustomerPage_record on InformationRecord {
    id
    status
    category {
      code
    }
    ... on FinancialStatement {
      revenue {
        amount
        band
      }
    }
  }
`;

graphql`
  mutation CustomerPageMutation($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        name
        version
      }
    }
  }
`;
