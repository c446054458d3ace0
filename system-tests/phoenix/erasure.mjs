// Two owners whose avatars talk with each other; one of them says something that nobody else is to read, and the other one's avatar tells its owner
// of the talk. Prints who they are, and waits
// until the channel on that one's avatar is closed.
//   node erasure.mjs http://localhost:4000 "a sentence"
import { call, connect, newAvatar, patiently, pause, reply, signUp, until, PATIENCE } from "./viva.mjs"

const [url, sentence] = process.argv.slice(2)
const name = `erasure${process.pid}x${Date.now() % 1e6}`

async function avatarOf(username, avatarName) {
  const owner = await signUp(url, username)
  const id = await newAvatar(url, owner.token, avatarName)
  const me = await patiently(() => call(url, "GET", "/api/me", undefined, owner.token))
  const channel = connect(url, owner.socketToken).channel(`avatar:${id}`, {})
  const seen = { id, token: owner.token, account: me.id, channel, ended: [], lines: 0, answers: 0, said: [], closed: false }
  channel.on("conversation_ended", (end) => seen.ended.push(end))
  channel.on("new_message", (line) => { if (line.conversation_type === "avatar") seen.lines++ })
  channel.on("avatar_response", (answer) => { seen.answers++; seen.said.push(answer.content) })
  channel.onClose(() => { seen.closed = true })
  await reply(channel.join())
  return seen
}

const luna = await avatarOf(`${name}a`, "Lunaxandra")
const sol = await avatarOf(`${name}b`, "Sol")
await reply(luna.channel.push("message", { content: sentence }))
await until(() => luna.answers > 0, PATIENCE, "an answer")
// Whoever is asked may have no time, or have asked first: then every refusal comes at once, while the two talk. Asked again until a talk is over.
const talk = () => sol.ended.find((end) => end.outcome)
for (const last = performance.now() + 5 * PATIENCE; !talk(); await pause(1000)) {
  if (performance.now() > last) throw new Error(`the two never talked: ${sol.ended.map((end) => end.reason).join(", ")}`)
  const before = sol.ended.length + luna.ended.length
  await reply(sol.channel.push("start_conversation", { other_avatar_id: luna.id }))
  await until(() => sol.ended.length + luna.ended.length > before, PATIENCE, "an end of the talk")
}
// Whoever is asked for its day may tell of something else.
let told
for (let n = 0; n < 20 && !told; n++) {
  const before = sol.said.length
  await reply(sol.channel.push("message", { content: "How was your day?" }))
  await until(() => sol.said.length > before, PATIENCE, "an answer")
  told = sol.said.find((content) => content.includes("Lunaxandra"))
}
if (!told) throw new Error(`the other one told of nobody: ${sol.said.join(" | ")}`)
console.log("ready " + JSON.stringify({
  luna: luna.id, account: luna.account, token: luna.token, sol: sol.id, other_token: sol.token, talk: talk().conversation_id,
}))
await until(() => luna.closed, PATIENCE, "the close of the channel")
console.log(JSON.stringify({ closed: luna.closed, other_closed: sol.closed }))
process.exit(0)
