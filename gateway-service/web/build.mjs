// Makes or checks the web app for Maven, and does nothing when nothing changed: each step leaves the hash of its inputs in
// ../target/web, and node_modules keeps the hash of the lock file that filled it.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OUTPUT = '../target/classes/META-INF/resources'
const STAMPS = '../target/web'
const OLDEST_NODE = [20, 19]

const steps = {
  build: () => run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']),
  test: () => {
    run('npm', ['run', '--silent', 'check'])
    run('npm', ['run', '--silent', 'test'])
  },
}

const [step, skip] = process.argv.slice(2)
if (!(step in steps)) fail('usage: build.sh build|test')
if (step !== 'test' || skip !== 'true') once(step)

function once(name) {
  requireNode()
  const stamp = join(STAMPS, name)
  const wanted = hashOf(inputs('.'))
  if (read(stamp) === wanted && (name !== 'build' || existsSync(join(OUTPUT, 'index.html')))) return
  install()
  steps[name]()
  mkdirSync(STAMPS, { recursive: true })
  writeFileSync(stamp, wanted)
}

function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    fail(`The web app needs Node ${OLDEST_NODE.join('.')} or newer: this is ${process.version}. Skip it by -Dweb.skip.`)
  }
}

function install() {
  const stamp = 'node_modules/.installed'
  const wanted = hashOf(['package.json', 'package-lock.json'])
  if (read(stamp) === wanted) return
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(stamp, wanted)
}

function inputs(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.name !== 'node_modules')
    .flatMap((entry) => {
      const path = join(folder, entry.name)
      return entry.isDirectory() ? inputs(path) : [path]
    })
    .sort()
}

function hashOf(files) {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of files) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function read(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function run(command, args) {
  const { status, error } = spawnSync(command, args, { stdio: 'inherit' })
  if (error || status !== 0) fail(`The web app's "${command} ${args.join(' ')}" failed${error ? `: ${error.message}` : ''}.`)
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
