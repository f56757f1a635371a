/* global React, ReactDOM, GraphiQL */
// The page at "/": GraphiQL, a bar to sign in with, ready-made queries. Runs in the browser as it stands, built by nothing.

const TOKEN = "archive-token";
const VIEWER = "viewer { username displayName role roles branch { name } }";
const LOGIN = `mutation SignIn($input: LoginInput!) { login(input: $input) { token ${VIEWER} } }`;
const SWITCH = `mutation SwitchRole($input: SwitchRoleInput!) { switchRole(input: $input) { token ${VIEWER} } }`;

const byId = (id) => document.getElementById(id);
const token = () => sessionStorage.getItem(TOKEN);

/** One call to the API: its answer, or a thrown Error with its first message. */
const call = async (query, variables) => {
  const answer = await post({ query, variables });
  if (answer.errors?.length) throw Object.assign(new Error(answer.errors[0].message), answer.errors[0].extensions);
  return answer.data;
};

const post = async (body, headers = {}) => {
  const authorization = token() ? { authorization: `Bearer ${token()}` } : {};
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", ...authorization, ...headers },
    body: JSON.stringify(body),
  });
  return response.json();
};

// ── the bar ─────────────────────────────────────────────────────────────────

const showWho = (viewer) => {
  const who = byId("who");
  who.textContent = viewer ? "" : "not signed in";
  if (viewer) {
    const name = document.createElement("b");
    name.textContent = viewer.username;
    who.append(name, ` acts as ${viewer.role}${viewer.branch ? ` · ${viewer.branch.name}` : ""}`);
  }
  for (const button of byId("demo").children) {
    button.setAttribute("aria-pressed", String(button.value === `${viewer?.username} ${viewer?.role}`));
  }
  byId("open").hidden = Boolean(viewer);
  byId("leave").hidden = !viewer;
  showRoles(viewer);
};

const showRoles = (viewer) => {
  const select = byId("role");
  select.hidden = !viewer || viewer.roles.length < 2;
  select.replaceChildren(
    ...(viewer?.roles ?? []).map((role) => new Option(role, role, role === viewer.role, role === viewer.role)),
  );
};

const notice = (text) => {
  byId("notice").textContent = text;
  byId("notice").hidden = !text;
};

const become = (payload) => {
  if (payload) sessionStorage.setItem(TOKEN, payload.token);
  else sessionStorage.removeItem(TOKEN);
  showWho(payload?.viewer ?? null);
  draw();
  setTimeout(runAgain, 0);
};

/** A sign-in goes out without the old token: an expired one would be refused. */
const signIn = async (input) => {
  const old = token();
  sessionStorage.removeItem(TOKEN);
  try {
    become((await call(LOGIN, { input })).login);
  } catch (error) {
    if (old) sessionStorage.setItem(TOKEN, old);
    throw error;
  }
};

const signOut = async () => {
  await call("mutation SignOut { logout }").catch(() => {});
  become(null);
};

const reportTo = (show) => (work) => {
  show("");
  return work().catch((error) => show([error.message, error.help].filter(Boolean).join(" ")));
};

const inBar = reportTo(notice);

const offerDemo = (demo) => {
  const nav = byId("demo");
  nav.hidden = !demo;
  for (const { username, role } of demo?.accounts ?? []) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: username });
    button.title = `Sign in as ${username}, acting as ${role}`;
    button.value = `${username} ${role}`;
    button.addEventListener("click", () => inBar(() => signIn({ username, role, password: demo.password })));
    nav.append(button);
  }
};

const wireForm = () => {
  const dialog = byId("dialog");
  const form = byId("form");
  const inForm = reportTo((text) => {
    byId("refusal").textContent = text;
  });
  byId("open").addEventListener("click", () => dialog.showModal());
  byId("cancel").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { username, password, role } = Object.fromEntries(new FormData(form));
    const input = { username, password, ...(role ? { role: role.trim().toUpperCase() } : {}) };
    inForm(async () => {
      await signIn(input);
      form.reset();
      dialog.close();
    });
  });
};

const wireBar = () => {
  byId("leave").addEventListener("click", () => inBar(signOut));
  byId("role").addEventListener("change", ({ target }) =>
    inBar(async () => become((await call(SWITCH, { input: { role: target.value } })).switchRole)),
  );
};

// ── GraphiQL ────────────────────────────────────────────────────────────────

let shown = "";
let asked = false;
let tabs = [];

/** Kept in memory: the ready-made tabs are there at every visit, and nothing typed stays on a shared machine. */
const storage = () => {
  const items = new Map();
  return {
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
    get length() {
      return items.size;
    },
  };
};

const memory = storage();

const isRead = (text) => {
  const bare = text.replace(/#.*/g, "");
  return /^\s*(query\b|\{)/.test(bare) && !/\b(mutation|subscription)\b/.test(bare);
};

/** The same question as somebody else: what one came here to see. Never repeats a change. */
const runAgain = () => {
  if (asked && isRead(shown)) document.querySelector(".graphiql-execute-button")?.click();
};

const fetcher = async (params, options) => {
  if (params.operationName !== "IntrospectionQuery") asked = true;
  return post(params, options?.headers);
};

const draw = () => {
  const props = {
    // A new function each time: GraphiQL asks for the schema anew, which may differ for who is signed in now.
    fetcher: (params, options) => fetcher(params, options),
    storage: memory,
    defaultTabs: tabs,
    shouldPersistHeaders: false,
    defaultEditorToolsVisibility: "variables",
    onEditQuery: (text) => {
      shown = text;
    },
    onTabChange: ({ tabs: open, activeTabIndex }) => {
      shown = open[activeTabIndex]?.query ?? "";
    },
  };
  root.render(React.createElement(GraphiQL, props));
};

const root = ReactDOM.createRoot(byId("graphiql"));

const start = async () => {
  const { examples, demo } = await (await fetch("/explorer/settings.json")).json();
  tabs = examples;
  shown = tabs[0]?.query ?? "";
  offerDemo(demo);
  wireForm();
  wireBar();
  const known = token() ? await call(`query WhoAmI { ${VIEWER} }`).catch(() => null) : null;
  if (!known?.viewer) sessionStorage.removeItem(TOKEN);
  showWho(known?.viewer ?? null);
  draw();
};

start();
