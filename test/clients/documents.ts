/** What the clients are tried with: as a front end would write it, and the same for all. */
export const SIGN_IN = `
  mutation SignIn($input: LoginInput!) {
    login(input: $input) {
      token
      viewer {
        role
      }
    }
  }
`;

export const CUSTOMER = `
  query Customer($code: String!, $statements: Int = 1) {
    customer(code: $code) {
      ...Card
      people: contacts {
        id
        personName
        ...Reach
      }
      financialStatements(first: $statements) {
        nodes {
          id
          periodEnd
          revenue {
            amount
            band
          }
        }
      }
    }
  }

  fragment Card on Customer {
    id
    name
    version
    riskClass
  }

  fragment Reach on ContactRecord {
    mobile
    status
  }
`;

export const CUSTOMERS = `
  query Customers($first: Int!, $after: String) {
    customers(first: $first, after: $after, orderBy: [{ field: CODE, direction: ASC }]) {
      totalCount
      edges {
        cursor
        node {
          id
          code
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
  }
`;

export const RENAME = `
  mutation Rename($input: UpdateCustomerInput!) {
    updateCustomer(input: $input) {
      customer {
        id
        name
        version
      }
    }
  }
`;

export const NODE = `
  query Node($id: ID!) {
    node(id: $id) {
      id
      ... on Customer {
        name
        version
      }
    }
  }
`;

/** A clerk may not order by what a clerk is not shown. */
export const BY_REVENUE = `
  query ByRevenue {
    customers(first: 1, orderBy: [{ field: REVENUE, direction: DESC }]) {
      totalCount
    }
  }
`;
