// How long after a model's first whole sentence an owner sees it: from the moment in which a stub has written the end of that sentence to the first
// avatar_response_delta at the socket, through everything in between. The stub runs here, so that both moments are read from one clock.
//   node first-delta.mjs --port 6556 --owners 10 --messages 20
// against a world started with NIM_BASE_URL=http://127.0.0.1:6556/v1 NIM_LLM_MODEL=stub ./viva up --no-demo
import { createServer } from "node:http"
import { parseArgs } from "node:util"
import { connect, newAvatar, pause, reply, signUp, until } from "./viva.mjs"

const { values: options } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:4000" },
    port: { type: "string", default: "6556" },
    owners: { type: "string", default: "10" },
    messages: { type: "string", default: "20" },
    every: { type: "string", default: "6000" },
    token: { type: "string", default: "25" },
  },
})
const [port, owners, messages, every, tokenMillis] =
  ["port", "owners", "messages", "every", "token"].map((name) => Number(options[name]))
const patienceMillis = 60_000

/** An avatar says no sentence twice, so that each answer is about another ship. */
function sentencesOf(number) {
  const ship = [...number].map((digit) => "bdfgklmnrt"[digit] + "aeiou"[digit % 5]).join("")
  return [`I looked for the ship ${ship} for an hour.`, ` The sea around ${ship} was grey.`, ` I thought of you and of ${ship}, and went home!`]
}

/** When the first sentence to a message was written whole, by the message's number. */
const written = new Map()
let asked = 0

const server = createServer((request, response) => {
  let body = ""
  request.on("data", (chunk) => (body += chunk)).on("end", () => answer(request, response, body))
})

async function answer(request, response, body) {
  if (!request.url.endsWith("/chat/completions")) {
    return response.setHeader("content-type", "application/json").end('{"data":[{"id":"stub"}]}')
  }
  asked++
  const { stream, messages: chat } = JSON.parse(body)
  if (!stream) {
    const choices = [{ message: { role: "assistant", content: "Yes." }, finish_reason: "stop" }]
    return response.setHeader("content-type", "application/json").end(JSON.stringify({ choices }))
  }
  const number = chat.at(-1).content.match(/number (\d+)/)?.[1]
  response.setHeader("content-type", "text/event-stream")
  const chunk = (delta, finish_reason = null) => response.write(`data: ${JSON.stringify({ choices: [{ delta, finish_reason }] })}\n\n`)
  for (const [index, sentence] of sentencesOf(number ?? "0").entries()) {
    for (const token of sentence.match(/\s?\S+/g)) {
      await pause(tokenMillis)
      chunk({ content: token })
    }
    // A sentence is known to be whole when the blank after it has come.
    chunk({ content: " " })
    if (index === 0) written.set(number, performance.now())
  }
  chunk({}, "stop")
  response.end("data: [DONE]\n\n")
}

async function newOwner(n) {
  const { token, socketToken } = await signUp(options.url, `delta${process.pid}x${Date.now() % 1e6}n${n}`)
  const id = await newAvatar(options.url, token, `Delta ${n}`)
  const channel = connect(options.url, socketToken).channel(`avatar:${id}`, {})
  const owner = { n, channel, shown: new Map(), answers: new Map() }
  channel.on("avatar_response_delta", ({ in_reply_to: question, index }) => {
    if (index === 0) owner.shown.set(question, performance.now())
  })
  channel.on("avatar_response", ({ in_reply_to: question, voice }) => owner.answers.set(question, voice))
  await reply(channel.join())
  return owner
}

async function talk(owner, waits, voices) {
  await pause((owner.n * every) / owners)
  for (let i = 0; i < messages; i++) {
    const number = `${owner.n + 1}${String(i).padStart(4, "0")}`
    const next = performance.now() + every
    const { message_id: id } = await reply(owner.channel.push("message", { content: `Tell me about the sea, number ${number}.` }))
    await until(() => owner.answers.has(id), patienceMillis, `the answer to ${number}`)
    voices[owner.answers.get(id)] = (voices[owner.answers.get(id)] ?? 0) + 1
    // The first message of each owner warms up.
    if (i > 0 && owner.shown.has(id) && written.has(number)) waits.push(owner.shown.get(id) - written.get(number))
    await pause(Math.max(0, next - performance.now()))
  }
}

const percentile = (sorted, p) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? NaN

await new Promise((listening) => server.listen(port, "127.0.0.1", listening))
const all = []
for (let n = 0; n < owners; n++) all.push(await newOwner(n))
const waits = []
const voices = {}
await Promise.all(all.map((owner) => talk(owner, waits, voices)))
waits.sort((a, b) => a - b)
console.log(JSON.stringify({
  owners, messages: owners * messages, voices, asked, first_deltas: waits.length,
  p50_ms: +percentile(waits, 0.5).toFixed(1), p90_ms: +percentile(waits, 0.9).toFixed(1),
  p99_ms: +percentile(waits, 0.99).toFixed(1), most_ms: +(waits.at(-1) ?? NaN).toFixed(1),
}))
process.exit(voices.model === owners * messages ? 0 : 1)
