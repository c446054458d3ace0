// How long a built world takes to be ready, and what its first minute is like, with nothing discarded; then what it costs when
// nobody is there. Starts and stops ./viva up of the checkout in which it lies, so no other world of it may run.
//   node start.mjs --runs 3 --rate 50 --seconds 60 [--fresh] [--idle 300]
import { spawn } from "node:child_process"
import { readFile, readdir } from "node:fs/promises"
import { cpus, totalmem } from "node:os"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { bring, median, oneRun, rounded, summary } from "./conversation.mjs"
import { pause } from "./viva.mjs"

const { values: options } = parseArgs({
  options: {
    runs: { type: "string", default: "3" },
    rate: { type: "string", default: "50" },
    seconds: { type: "string", default: "60" },
    accounts: { type: "string", default: "5" },
    avatars: { type: "string", default: "10" },
    idle: { type: "string", default: "0" },
    fresh: { type: "boolean", default: false },
  },
})
const [runs, rate, seconds, accounts, avatars, idle] =
  ["runs", "rate", "seconds", "accounts", "avatars", "idle"].map((name) => Number(options[name]))
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..")
const ticksPerSecond = 100 // sysconf(_SC_CLK_TCK) of Linux

// The processor time and the memory of the world's processes, those that they started included.
async function cost() {
  const world = JSON.parse(await readFile(join(process.env.VIVA_HOME ?? join(root, ".viva"), "run", "world.json"), "utf8"))
  const processes = new Map()
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = await readFile(`/proc/${pid}/stat`, "utf8")
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ")
      const pss = (await readFile(`/proc/${pid}/smaps_rollup`, "utf8")).match(/^Pss:\s+(\d+)/m)
      processes.set(Number(pid), {
        parent: Number(fields[1]), seconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond, mebibytes: Number(pss?.[1] ?? 0) / 1024,
      })
    } catch { /* it has ended meanwhile */ }
  }
  const parts = { ...world.server_pids, ...Object.fromEntries(world.services.map(({ name, replica, pid }) => [`${name}${replica > 1 ? replica : ""}`, pid])) }
  const within = (pid, ancestor) => {
    for (let at = pid; at > 1; at = processes.get(at)?.parent ?? 0) if (at === ancestor) return true
    return false
  }
  return Object.fromEntries(Object.entries(parts).map(([name, root]) => {
    const own = [...processes].filter(([pid]) => within(pid, root)).map(([, process]) => process)
    return [name, { seconds: own.reduce((sum, p) => sum + p.seconds, 0), mebibytes: own.reduce((sum, p) => sum + p.mebibytes, 0) }]
  }))
}

async function start() {
  const began = performance.now()
  const words = ["up", "--no-training", ...(options.fresh ? ["--fresh"] : [])]
  const launcher = spawn(join(root, "viva"), words, { cwd: root, stdio: ["ignore", "pipe", "inherit"] })
  const ended = new Promise((resolve) => launcher.once("exit", resolve))
  let output = ""
  const line = (pattern) => new Promise((resolve, reject) => {
    const look = () => { const found = output.match(pattern); if (found) resolve(found) }
    launcher.stdout.on("data", look)
    void ended.then((code) => reject(new Error(`./viva up ended with ${code}:\n${output}`)))
    look()
  })
  launcher.stdout.on("data", (some) => { output += some })
  const [, url] = await line(/The world is at (\S+) after/)
  const ready = (performance.now() - began) / 1000
  return { url, ready, line, stop: () => { launcher.kill("SIGINT"); return ended } }
}

console.log(`${cpus().length} processors, ${Math.round(totalmem() / 2 ** 30)} GiB`)
const results = []
for (let n = 1; n <= runs; n++) {
  const world = await start()
  const spent = (parts) => Object.values(parts).reduce((sum, part) => sum + part.seconds, 0)
  const untilReady = spent(await cost())
  const talks = await bring(world.url, accounts, avatars)
  const before = spent(await cost())
  const run = await oneRun(talks, rate, seconds)
  const result = {
    ready_s: world.ready, processor_until_ready_s: untilReady, ...summary(run),
    processor_per_message_ms: (1000 * (spent(await cost()) - before)) / run.sent,
  }
  results.push(result)
  console.log(`run ${n}:`, rounded(result), run.failures[0] ?? "")
  talks.forEach(({ channel }) => channel.socket.disconnect())
  await world.stop()
}
for (const name of ["ready_s", "processor_until_ready_s", "accepted_p99_ms", "answered_p50_ms", "answered_p99_ms", "processor_per_message_ms"]) {
  console.log(`median of ${runs} ${name}: ${median(results.map((result) => result[name])).toFixed(1)}`)
}

if (idle > 0) {
  const world = await start()
  await world.line(/Stop it with/)
  const before = await cost()
  await pause(idle * 1000)
  const after = await cost()
  await world.stop()
  const rows = Object.keys(after).map((name) => ({
    part: name, percent_of_a_core: (100 * (after[name].seconds - before[name].seconds)) / idle, mebibytes: after[name].mebibytes,
  }))
  console.log(`idle for ${idle} s:`)
  for (const { part, percent_of_a_core: share, mebibytes } of rows) console.log(`  ${part}: ${share.toFixed(1)} % of a core, ${mebibytes.toFixed(0)} MiB`)
  const sum = (name) => rows.reduce((total, row) => total + row[name], 0)
  console.log(`  together: ${sum("percent_of_a_core").toFixed(1)} % of a core, ${sum("mebibytes").toFixed(0)} MiB`)
}
process.exit(results.every((result) => result.answered === result.sent) ? 0 : 1)
