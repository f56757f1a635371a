import autocannon from "autocannon";

export const CONNECTIONS = 16;

const run = async ({ name, endpoint, token }, query, seconds) => {
  const result = await autocannon({
    url: endpoint,
    connections: CONNECTIONS,
    duration: seconds,
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  });
  const failed = result.non2xx + result.errors + result.timeouts;
  if (failed > 0) throw new Error(`${name}: ${failed} requests failed`);
  const { latency, requests } = result;
  return { perSecond: requests.average, p50: latency.p50, p99: latency.p99 };
};

export const median = (numbers) => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

const summaryOf = (runs) => ({
  perSecond: median(runs.map((each) => each.perSecond)),
  p50: median(runs.map((each) => each.p50)),
  p99: median(runs.map((each) => each.p99)),
});

/** One server, then the other, again and again: what the machine does meanwhile meets both. */
export const compare = async ({ archive, stock }, query, { rounds, seconds, warmUp }) => {
  await run(archive, query, warmUp);
  await run(stock, query, warmUp);
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    pairs.push({ archive: await run(archive, query, seconds), stock: await run(stock, query, seconds) });
  }
  const ratios = pairs.map((pair) => pair.archive.perSecond / pair.stock.perSecond);
  return {
    archive: summaryOf(pairs.map((pair) => pair.archive)),
    stock: summaryOf(pairs.map((pair) => pair.stock)),
    ratio: { median: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios) },
  };
};
