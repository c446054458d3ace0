// An owner who keeps talking while the services behind the socket die. Tells of each message when it is said and when it is answered, goes on
// until so many are said or a line comes in, and prints one JSON line at the end.
//   node faults.mjs <url> <most messages> <millis between them> <patience in millis>
import { connect, newAvatar, pause, reply, signUp, until } from "./viva.mjs"

const [url, count, gap, patience] = [process.argv[2], ...process.argv.slice(3).map(Number)]

const { token, socketToken } = await signUp(url, `faults${process.pid}x${Date.now() % 1e6}`)
const avatar = await newAvatar(url, token, "Unshaken")

let joins = 0
let lastEventId
const answers = new Map()
const saidAt = new Map()
const answeredAt = new Map()
const numbers = new Map()
let over = false
process.stdin.once("data", () => (over = true))
const tell = (id) => numbers.has(id) && answers.has(id) && console.log("answered", numbers.get(id))
const socket = connect(url, socketToken)
const channel = socket.channel(`avatar:${avatar}`, () => ({ last_event_id: lastEventId }))
channel.onMessage = (event, payload) => {
  if (payload?.event_id && event === "avatar_response") lastEventId = payload.event_id
  return payload
}
channel.on("avatar_response", ({ in_reply_to: question }) => {
  answers.set(question, (answers.get(question) ?? 0) + 1)
  if (answeredAt.has(question)) return
  answeredAt.set(question, Date.now())
  tell(question)
})
channel.join().receive("ok", ({ event_id: joined }) => {
  joins++
  lastEventId ??= joined
})
await until(() => joins > 0, patience, "the first join")
console.log("joined", avatar)

// As an app does: a message without an ok is said again with the same client_id, until there is one.
async function say(n) {
  const message = { content: `Message number ${n}, are you there?`, client_id: `m-${n}` }
  const first = Date.now()
  const end = performance.now() + patience
  for (;;) {
    try {
      const { message_id: id } = await reply(channel.push("message", message, 3_000))
      saidAt.set(id, first)
      numbers.set(id, n)
      tell(id)
      return id
    } catch (failure) {
      if (performance.now() > end) throw failure
      await pause(200)
    }
  }
}

const pending = []
for (let n = 0; n < count && !over; n++) {
  pending.push(say(n))
  console.log("said", n)
  await pause(gap)
}
const accepted = await Promise.all(pending)
await until(() => accepted.every((id) => answers.has(id)), patience, "an answer to every message").catch((e) => console.log(e.message))
await reply(channel.push("get_state", {}, patience)) // Frames keep their order: an answer said twice came before this one.
const times = accepted.map((id) => ({ said: saidAt.get(id), answered: answeredAt.get(id) }))
console.log(JSON.stringify({ avatar, joins, accepted, answers: Object.fromEntries(answers), times }))
process.exit(0)
