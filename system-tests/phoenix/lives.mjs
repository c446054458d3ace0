// Joins every avatar of some owners and waits until a thought, a voiced conversation with its words, a new bond, a falling asleep and a
// waking have reached a socket. Prints what it saw as JSON.
import { call, connect, patiently } from "./viva.mjs"

const [url, password, seconds, ...users] = process.argv.slice(2)
const seen = { thought: 0, conversation_started: 0, new_message: 0, conversation_ended: 0, relationship_update: 0, fell_asleep: 0, woke: 0 }
const wanted = Object.keys(seen)
const examples = {}
const asleep = new Map()
const sockets = []

function note(kind, avatar, payload) {
  seen[kind] += 1
  examples[kind] ??= { avatar, payload }
  if (seen[kind] === 1) console.log("seen " + kind)
  if (wanted.every((each) => seen[each] > 0)) finish(0)
}

function noteSleep(avatar, state) {
  const before = asleep.get(avatar)
  asleep.set(avatar, state.asleep)
  if (before === false && state.asleep === true) note("fell_asleep", avatar, state)
  if (before === true && state.asleep === false) note("woke", avatar, state)
}

function finish(code) {
  console.log(JSON.stringify({ seen, examples }))
  process.exit(code)
}

for (const login of users) {
  const { access_token: access } = await call(url, "POST", "/api/sessions", { login, password })
  const { token } = await patiently(() => call(url, "POST", "/api/socket-token", {}, access))
  const { items } = await patiently(() => call(url, "GET", "/api/avatars", undefined, access))
  const socket = connect(url, token)
  sockets.push(socket)
  for (const { id } of items) {
    const channel = socket.channel(`avatar:${id}`, {})
    channel.on("thought", (payload) => note("thought", id, payload))
    channel.on("conversation_started", (payload) => payload.voiced && note("conversation_started", id, payload))
    channel.on("new_message", (payload) => note("new_message", id, payload))
    channel.on("conversation_ended", (payload) => payload.outcome && note("conversation_ended", id, payload))
    channel.on("relationship_update", (payload) => payload.change === "formed" && note("relationship_update", id, payload))
    channel.on("status", (payload) => noteSleep(id, payload))
    channel.on("state_update", (payload) => noteSleep(id, payload))
    channel
      .join()
      .receive("ok", ({ state }) => {
        if (state) noteSleep(id, state)
        console.log("joined " + id)
      })
      .receive("error", (reason) => console.log("join failed " + JSON.stringify(reason)))
  }
}
setTimeout(() => finish(1), Number(seconds) * 1000)
