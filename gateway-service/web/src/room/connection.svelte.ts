import { Socket } from 'phoenix'
import type { Client } from '../api/client'
import { Problem } from '../api/problem'
import type { SocketToken } from '../protocol'

/**
 * `connecting` until the first connection, `online`, `offline` while it is being restored, `refused` when the server is there
 * and keeps refusing the socket, `closed` for good.
 */
export type Status = 'connecting' | 'online' | 'offline' | 'refused' | 'closed'

/** What this page needs of phoenix's socket. */
export type LiveSocket = Pick<Socket, 'connect' | 'disconnect' | 'onOpen' | 'onClose' | 'channel'>
export type Dial = (token: () => string) => LiveSocket

/** After this many refused attempts with a fresh token, some ten seconds, trying again needs the owner. */
const MOST_REFUSALS = 5
const RECONNECT_AFTER_MS = [100, 500, 1_000, 3_000]

const dialGateway: Dial = (token) => {
  // A function is allowed by phoenix 1.8 and not yet by its types; it is asked anew for each attempt.
  const authToken = token as unknown as string
  const reconnectAfterMs = (tries: number) => RECONNECT_AFTER_MS[tries - 1] ?? 5_000
  return new Socket('/socket', { authToken, reconnectAfterMs })
}

/**
 * The live connection. Phoenix reconnects by itself and for ever, and cannot tell a refused token from a server that is down.
 * So each failed attempt asks for a new socket token: when the server says that nobody is signed in, the attempts stop (and the
 * session has ended itself); when it gives one, the next attempt uses it; when it does not answer, phoenix goes on.
 */
export class Connection {
  status = $state<Status>('connecting')
  readonly socket: LiveSocket
  readonly #client: Client
  #token = ''
  #refusals = 0
  #asking = false

  constructor(client: Client, dial: Dial = dialGateway) {
    this.#client = client
    this.socket = dial(() => this.#token)
    this.socket.onOpen(() => this.#opened())
    this.socket.onClose(() => void this.#lost())
  }

  async open(): Promise<void> {
    this.#refusals = 0
    this.status = 'connecting'
    if (await this.#renewToken()) this.socket.connect()
  }

  close(): void {
    this.#stop('closed')
  }

  #opened(): void {
    this.#refusals = 0
    this.status = 'online'
  }

  async #lost(): Promise<void> {
    if (this.status === 'closed' || this.status === 'refused') return
    // A connection that was open may have been closed for any reason: its token is suspect only if the next attempt fails.
    const wasOpen = this.status === 'online'
    this.status = 'offline'
    if (wasOpen || this.#asking) return
    const answered = await this.#renewToken()
    if (answered && ++this.#refusals >= MOST_REFUSALS && !this.#isOnline()) this.#stop('refused')
  }

  /** Answers whether there is a new token; an unanswered question leaves the old one. */
  async #renewToken(): Promise<boolean> {
    this.#asking = true
    try {
      this.#token = (await this.#client.post<SocketToken>('/api/socket-token')).token
      return true
    } catch (error) {
      if (error instanceof Problem && error.status === 401) this.#stop('closed')
      else if (this.#token === '') this.#retryOpening()
      return false
    } finally {
      this.#asking = false
    }
  }

  #retryOpening(): void {
    this.status = 'offline'
    setTimeout(() => {
      if (this.status === 'offline') void this.open()
    }, 2_000)
  }

  #isOnline(): boolean {
    return this.status === 'online'
  }

  #stop(status: 'closed' | 'refused'): void {
    this.status = status
    this.socket.disconnect()
  }
}
