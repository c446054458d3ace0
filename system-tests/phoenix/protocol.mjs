// The protocol as the phoenix client lives it, against a gateway alone. Prints one JSON line for each step; whoever started it
// reads them and plays the other services.
import { Socket } from "phoenix"
import WebSocket from "ws"
import { PATIENCE, reply, until } from "./viva.mjs"

const [url, token, avatarId] = process.argv.slice(2)
const say = (step, seen = {}) => console.log(JSON.stringify({ step, ...seen }))
const endpoint = `${url.replace(/^http/, "ws").replace(/\/$/, "")}/socket`

const socket = new Socket(endpoint, { params: { token }, transport: WebSocket, timeout: PATIENCE })
let beats = 0
socket.onMessage(({ topic, event }) => { if (topic === "phoenix" && event === "phx_reply") beats++ })
socket.connect()

let lastEventId
let joins = 0
const channel = socket.channel(`avatar:${avatarId}`, () => ({ last_event_id: lastEventId }))
channel.onMessage = (event, payload) => {
  if (payload?.event_id) lastEventId = payload.event_id
  return payload
}
const responses = []
channel.on("avatar_response", ({ content }) => { responses.push(content) })
const states = []
channel.on("state", (state) => { states.push(state) })

const push = channel.join()
push.receive("ok", ({ event_id: joined }) => {
  joins++
  lastEventId ??= joined
})
const { avatar, state } = await reply(push)
say("joined", { avatar: avatar.name, energy: state.energy })

await until(() => responses.length === 1, PATIENCE, "the first answer")
const { message_id: messageId } = await reply(channel.push("message", { content: "Hello, how are you?" }))
channel.push("get_state", {})
await until(() => states.length === 1, PATIENCE, "the state")
say("talked", { messageId, mood: states[0].mood })

// The line drops; the client comes back and joins again by itself.
socket.conn.terminate()
await until(() => !socket.isConnected(), PATIENCE, "the end of the line")
say("dropped")
await until(() => joins === 2, PATIENCE, "the second join")
await until(() => responses.length === 2, PATIENCE, "what was missed")
say("resumed", { responses })

// A bug in a handler costs the channel, not the socket; the client joins again by itself.
let rejoins = 0
const trouble = socket.channel("trouble:x", {})
trouble.join().receive("ok", () => { rejoins++ })
await until(() => rejoins === 1, PATIENCE, "the join")
trouble.push("bug", {})
await until(() => rejoins === 2, PATIENCE, "the join after the error")
await reply(trouble.leave())
socket.sendHeartbeat()
await until(() => beats > 0, PATIENCE, "a heartbeat")
say("recovered", { beats })

// Newer clients send the token as a subprotocol.
const modern = new Socket(endpoint, { authToken: token, transport: WebSocket, timeout: PATIENCE })
modern.connect()
const clock = await reply(modern.channel("world:clock", {}).join())
say("modern", { scale: clock.scale })
process.exit(0)
