// What every script needs: the public API, and promises around the phoenix client.
import { Socket } from "phoenix"
import WebSocket from "ws"

// How long anything may take, in milliseconds: a slow machine is no fault. As long as the testkit waits.
export const PATIENCE = 120_000

export async function call(url, method, path, body, token) {
  const response = await fetch(url + path, {
    method,
    headers: { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) },
    body: body && JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

// As every client does, it comes back when a busy service has not answered in time; only for what may be said twice.
export async function patiently(question) {
  for (const end = performance.now() + PATIENCE; ; await pause(1000)) {
    try {
      return await question()
    } catch (busy) {
      if (!busy.message.includes(": 503") || performance.now() > end) throw busy
    }
  }
}

// The id of a new avatar.
export async function newAvatar(url, token, name) {
  const wish = { name, client_id: crypto.randomUUID() }
  return (await patiently(() => call(url, "POST", "/api/avatars", wish, token))).id
}

export async function signUp(url, username) {
  const { access_token: token } = await call(url, "POST", "/api/accounts",
    { email: `${username}@example.org`, username, password: "Secret-pass-1" })
  const { token: socketToken } = await patiently(() => call(url, "POST", "/api/socket-token", {}, token))
  return { token, socketToken }
}

export function connect(url, socketToken) {
  const socket = new Socket(url.replace(/^http/, "ws") + "/socket",
    { params: { token: socketToken }, transport: WebSocket, timeout: PATIENCE })
  socket.connect()
  return socket
}

export function reply(push) {
  return new Promise((resolve, reject) => {
    // A push on a socket that is refused waits for ever.
    const timer = setTimeout(() => reject(new Error("no reply")), Math.max(PATIENCE, push.timeout))
    const end = (settle) => (answer) => {
      clearTimeout(timer)
      settle(answer)
    }
    push
      .receive("ok", end(resolve))
      .receive("error", end((e) => reject(new Error(JSON.stringify(e)))))
      .receive("timeout", end(() => reject(new Error("no reply"))))
  })
}

export const pause = (millis) => new Promise((resolve) => setTimeout(resolve, millis))

export async function until(condition, millis, what) {
  const end = performance.now() + millis
  while (!condition()) {
    if (performance.now() > end) throw new Error(`not within ${millis} ms: ${what}`)
    await pause(20)
  }
}
