// Owners who talk to their avatars at a steady rate, and how long they wait.
import { connect, newAvatar, pause, reply, signUp } from "./viva.mjs"

const patienceMillis = 30_000

// Owners with a socket each, and their avatars, joined: one talk for each avatar.
export async function bring(url, accounts, avatars) {
  const talks = []
  for (let n = 0; n < accounts; n++) talks.push(...(await newOwner(url, avatars, n)))
  return talks
}

async function newOwner(url, avatars, n) {
  const { token, socketToken } = await signUp(url, `bench${process.pid}x${Date.now() % 1e6}n${n}`)
  const socket = connect(url, socketToken)
  return Promise.all(Array.from({ length: avatars }, (_, i) => newTalk(url, socket, token, i)))
}

async function newTalk(url, socket, token, i) {
  const id = await newAvatar(url, token, `Bench ${i}`)
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

// So many messages a second for so many seconds, one avatar after the other; ends when all are answered.
export async function oneRun(talks, rate, seconds) {
  const run = { sent: 0, accepted: [], answered: [], failures: [] }
  talks.forEach((talk) => { talk.answered = (millis) => run.answered.push(millis) })
  const began = performance.now()
  for (let i = 0; i < rate * seconds; i++) {
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
const sorted = (numbers) => [...numbers].sort((a, b) => a - b)
export const median = (numbers) => percentile(sorted(numbers), 0.5)

export function summary({ sent, accepted, answered, failures }) {
  const [a, b] = [sorted(accepted), sorted(answered)]
  return {
    sent, answered: answered.length, failed: failures.length,
    accepted_p50_ms: percentile(a, 0.5), accepted_p99_ms: percentile(a, 0.99),
    answered_p50_ms: percentile(b, 0.5), answered_p99_ms: percentile(b, 0.99),
  }
}

export const rounded = (figures) =>
  JSON.stringify(figures, (_, value) => (typeof value === "number" ? Math.round(value * 10) / 10 : value))
