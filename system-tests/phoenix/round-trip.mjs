// How long an owner waits for an answer: from the push of a message to its avatar_response, through everything in between.
//   node round-trip.mjs --url http://localhost:4000 --rate 50 --seconds 60 --runs 3
import { parseArgs } from "node:util"
import { call, connect, pause, reply, signUp } from "./viva.mjs"

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:4000" },
    rate: { type: "string", default: "50" },
    seconds: { type: "string", default: "60" },
    accounts: { type: "string", default: "5" },
    avatars: { type: "string", default: "10" },
    runs: { type: "string", default: "3" },
  },
})
const [rate, seconds, accounts, avatars, runs] =
  ["rate", "seconds", "accounts", "avatars", "runs"].map((name) => Number(options[name]))
const patienceMillis = 30_000

async function newOwner(n) {
  const { token, socketToken } = await signUp(options.url, `bench${process.pid}x${Date.now() % 1e6}n${n}`)
  const socket = connect(options.url, socketToken)
  return Promise.all(Array.from({ length: avatars }, (_, i) => newAvatar(socket, token, i)))
}

async function newAvatar(socket, token, i) {
  const { id } = await call(options.url, "POST", "/api/avatars", { name: `Bench ${i}` }, token)
  const channel = socket.channel(`avatar:${id}`, {})
  const talk = { channel, started: new Map(), early: new Map(), done: new Map() }
  channel.on("avatar_response", ({ in_reply_to: question }) => {
    const now = performance.now()
    talk.done.set(question, (talk.done.get(question) ?? 0) + 1)
    const started = talk.started.get(question)
    if (started === undefined) talk.early.set(question, now)
    else talk.answered?.(now - started)
  })
  await reply(channel.join())
  return talk
}

async function say(talk, text, run) {
  const started = performance.now()
  run.sent++
  try {
    const { message_id: id } = await reply(talk.channel.push("message", { content: text }))
    run.accepted.push(performance.now() - started)
    talk.started.set(id, started)
    if (talk.early.has(id)) run.answered.push(talk.early.get(id) - started)
  } catch (failure) {
    run.failures.push(failure.message)
  }
}

async function oneRun(talks, length) {
  const run = { sent: 0, accepted: [], answered: [], failures: [] }
  talks.forEach((talk) => { talk.answered = (millis) => run.answered.push(millis) })
  const began = performance.now()
  for (let i = 0; i < rate * length; i++) {
    const wait = began + (i * 1000) / rate - performance.now()
    if (wait > 0) await pause(wait)
    void say(talks[i % talks.length], `Hello number ${i}, how are you today?`, run)
  }
  const patience = performance.now() + patienceMillis
  while (run.answered.length + run.failures.length < run.sent && performance.now() < patience) {
    await pause(50)
  }
  return run
}

const percentile = (sorted, p) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN
const median = (numbers) => percentile([...numbers].sort((a, b) => a - b), 0.5)

const talks = []
for (let n = 0; n < accounts; n++) talks.push(...(await newOwner(n)))
await oneRun(talks, 10)
const results = []
for (let n = 1; n <= runs; n++) {
  const { sent, accepted, answered, failures } = await oneRun(talks, seconds)
  accepted.sort((a, b) => a - b)
  answered.sort((a, b) => a - b)
  const figures = {
    sent, answered: answered.length, failed: failures.length,
    accepted_p50_ms: percentile(accepted, 0.5), accepted_p99_ms: percentile(accepted, 0.99),
    answered_p50_ms: percentile(answered, 0.5), answered_p99_ms: percentile(answered, 0.99),
  }
  results.push(figures)
  console.log(`run ${n}:`, JSON.stringify(figures, (_, v) => (typeof v === "number" ? Math.round(v * 10) / 10 : v)), failures[0] ?? "")
}
const doubled = talks.flatMap((talk) => [...talk.done.values()]).filter((n) => n !== 1).length
console.log(`median of ${runs} runs at ${rate} messages/s: accepted p50 ${median(results.map((r) => r.accepted_p50_ms)).toFixed(1)} ms,`,
  `p99 ${median(results.map((r) => r.accepted_p99_ms)).toFixed(1)} ms; answered p50 ${median(results.map((r) => r.answered_p50_ms)).toFixed(1)} ms,`,
  `p99 ${median(results.map((r) => r.answered_p99_ms)).toFixed(1)} ms; answered more than once: ${doubled}`)
process.exit(results.every((r) => r.answered === r.sent) && doubled === 0 ? 0 : 1)
