// The product description's snippets, as they stand there, against a running world. In Node a client gives a full URL and a
// transport; nothing else is changed. Prints what it saw as one JSON line.
import { Socket } from "phoenix"
import WebSocket from "ws"
import { PATIENCE, until } from "./viva.mjs"

const [url, userToken, avatarId, otherId] = process.argv.slice(2)
const seen = { responses: [], states: [] }

const socket = new Socket(`${url.replace(/^http/, "ws")}/socket`, {
  params: { token: userToken }, transport: WebSocket
})
socket.connect()

const channel = socket.channel(`avatar:${avatarId}`, {})

channel.join()
  .receive("ok", ({ avatar, state }) => { seen.avatar = avatar; seen.state = state })
  .receive("error", ({ reason }) => { seen.joinError = reason })

channel.on("avatar_response", ({ content, emotions, mood }) => {
  seen.responses.push({ content, emotions, mood })
})

await until(() => seen.avatar || seen.joinError, PATIENCE, "the join")
channel.push("message", { content: "Hello, how are you?" })
  .receive("ok", () => { seen.sent = true })
  .receive("error", (err) => { seen.sendError = err })
await until(() => seen.sent && seen.responses.length > 0, PATIENCE, "the answer")

channel.push("get_state", {})
channel.on("state", (state) => { seen.states.push(state) })
await until(() => seen.states.length > 0, PATIENCE, "the state")

const foreign = socket.channel(`avatar:${otherId}`, {})
foreign.join()
  .receive("ok", () => { seen.foreign = "joined" })
  .receive("error", ({ reason }) => { seen.foreign = reason })
await until(() => seen.foreign, PATIENCE, "an answer to a foreign join")
foreign.leave()

const clock = socket.channel("world:clock", {})
clock.join().receive("ok", (now) => { seen.clock = now })
clock.on("time_update", (now) => { seen.tick = now })
await until(() => seen.clock && seen.tick, PATIENCE, "the world's clock")

console.log(JSON.stringify(seen))
process.exit(0)
