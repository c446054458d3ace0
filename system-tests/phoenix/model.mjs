// Says some messages, one after the other, and prints what came for each as one JSON line: the sentences and the answer.
import { PATIENCE, connect, reply, until } from "./viva.mjs"

const [url, socketToken, avatar, ...messages] = process.argv.slice(2)
const channel = connect(url, socketToken).channel(`avatar:${avatar}`, {})
const deltas = []
const responses = []
channel.on("avatar_response_delta", (delta) => deltas.push({ ...delta, after: responses.length }))
channel.on("avatar_response", (response) => responses.push(response))

const joined = await reply(channel.join())
const seen = []
for (const content of messages) {
  const { message_id: id } = await reply(channel.push("message", { content }))
  const answer = () => responses.find((response) => response.in_reply_to === id)
  await until(answer, PATIENCE, `the answer to ${content}`)
  seen.push({ content, deltas: deltas.filter((delta) => delta.in_reply_to === id), response: answer() })
}
console.log(JSON.stringify({ joined, seen }))
process.exit(0)
