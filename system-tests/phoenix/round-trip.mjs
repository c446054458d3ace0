// How long an owner waits for an answer: from the push of a message to its avatar_response, through everything in between.
//   node round-trip.mjs --url http://localhost:4000 --rate 50 --seconds 60 --runs 3
import { parseArgs } from "node:util"
import { bring, median, oneRun, rounded, summary } from "./conversation.mjs"

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:4000" },
    rate: { type: "string", default: "50" },
    seconds: { type: "string", default: "60" },
    warmup: { type: "string", default: "10" },
    accounts: { type: "string", default: "5" },
    avatars: { type: "string", default: "10" },
    runs: { type: "string", default: "3" },
  },
})
const [rate, seconds, warmup, accounts, avatars, runs] =
  ["rate", "seconds", "warmup", "accounts", "avatars", "runs"].map((name) => Number(options[name]))

const talks = await bring(options.url, accounts, avatars)
await oneRun(talks, rate, warmup)
const results = []
for (let n = 1; n <= runs; n++) {
  const run = await oneRun(talks, rate, seconds)
  const figures = summary(run)
  results.push(figures)
  console.log(`run ${n}:`, rounded(figures), run.failures[0] ?? "")
}
const doubled = talks.flatMap((talk) => [...talk.done.values()]).filter((n) => n !== 1).length
const middle = (name) => median(results.map((result) => result[name])).toFixed(1)
console.log(`median of ${runs} runs at ${rate} messages/s: accepted p50 ${middle("accepted_p50_ms")} ms, p99 ${middle("accepted_p99_ms")} ms;`,
  `answered p50 ${middle("answered_p50_ms")} ms, p99 ${middle("answered_p99_ms")} ms; answered more than once: ${doubled}`)
process.exit(results.every((r) => r.answered === r.sent) && doubled === 0 ? 0 : 1)
