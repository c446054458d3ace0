// An owner of many avatars who talks with all of them at once, each time as soon as the last answer is there. Tells of each answer, and in the end
// how long the longest wait for one was, by avatar, in milliseconds. Goes on until a line comes in.
//   node waits.mjs <url> <avatars>
import { connect, newAvatar, pause, reply, signUp } from "./viva.mjs"

const [url, count] = [process.argv[2], Number(process.argv[3])]
const { token, socketToken } = await signUp(url, `waits${process.pid}x${Date.now() % 1e6}`)
const socket = connect(url, socketToken)
const waits = {}
let over = false
process.stdin.once("data", () => (over = true))

async function talk(name) {
  const avatar = await newAvatar(url, token, name)
  const channel = socket.channel(`avatar:${avatar}`)
  const answered = new Map()
  channel.on("avatar_response", ({ in_reply_to: question }) => answered.get(question)?.())
  const early = new Set()
  channel.on("avatar_response", ({ in_reply_to: question }) => early.add(question))
  await reply(channel.join())
  const say = async (n) => {
    const begun = performance.now()
    const message = { content: `Number ${n}: how are you?`, client_id: `w-${n}` }
    const { message_id: id } = await again(() => reply(channel.push("message", message, 3_000)))
    if (!early.has(id)) await new Promise((resolve) => answered.set(id, resolve))
    return performance.now() - begun
  }
  await say(0)
  console.log("talks with", avatar)
  waits[avatar] = 0
  for (let n = 1; !over; n++) {
    waits[avatar] = Math.max(waits[avatar], await say(n))
    console.log("answered by", avatar)
    await pause(250)
  }
}

async function again(push) {
  for (;;) {
    try {
      return await push()
    } catch {
      await pause(100)
    }
  }
}

await Promise.all(Array.from({ length: count }, (_, n) => talk(`Waiting ${n}`)))
console.log(JSON.stringify(waits))
process.exit(0)
