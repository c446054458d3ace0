import { Problem } from './problem'

/** Where the access token comes from, and what to do when the server does not take it any more. */
export interface Credentials {
  /** The token to use; undefined when nobody is signed in. */
  access(): string | undefined
  /** Gets a new access token. Answers false when the session is over; throws when that cannot be known now. */
  renew(rejected: string | undefined): Promise<boolean>
}

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

const DEADLINE_MS = 15_000
/** What a gateway says when the service behind it does not answer. */
const AWAY = [502, 503, 504]
const LONGEST_PAUSE_S = 5
/** How often to ask at most: a service that just starts on a busy machine is there after half a minute. */
const MOST_TRIES = 6

/**
 * Asks the gateway. Signed-in requests renew an expired token once and are then repeated; every refusal is a {@link Problem}.
 */
export class Client {
  constructor(
    private readonly credentials: Credentials,
    private readonly send: typeof fetch = (...request) => fetch(...request),
    private readonly pause = (millis: number) => new Promise<void>((resume) => setTimeout(resume, millis)),
  ) {}

  async get<T>(path: string): Promise<T> {
    return this.patiently(() => this.signedIn<T>('GET', path))
  }

  /** For what does no harm a second time, because it changes nothing or its body carries an id of its own. */
  async postRepeatably<T>(path: string, body?: unknown): Promise<T> {
    return this.patiently(() => this.signedIn<T>('POST', path, body))
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    return this.signedIn<T>('POST', path, body)
  }

  async delete(path: string): Promise<void> {
    return this.signedIn<void>('DELETE', path)
  }

  /** A request that needs no token, such as signing in. */
  async anonymous<T>(method: Method, path: string, body?: unknown): Promise<T> {
    return read<T>(await this.request(method, path, body))
  }

  /** As {@link postRepeatably}, for a request that needs no token. */
  async postAnonymouslyRepeatably<T>(path: string, body: object): Promise<T> {
    return this.patiently(() => this.anonymous<T>('POST', path, body))
  }

  /** Asks again what a service that is just starting could not answer. */
  private async patiently<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await ask()
      } catch (error) {
        if (tries === MOST_TRIES || !(error instanceof Problem && AWAY.includes(error.status))) throw error
        await this.pause(Math.min(Math.max(error.retryAfter, 1), LONGEST_PAUSE_S) * 1_000)
      }
    }
  }

  private async signedIn<T>(method: Method, path: string, body?: unknown): Promise<T> {
    const token = this.credentials.access()
    if (token !== undefined) {
      const response = await this.request(method, path, body, token)
      if (response.status !== 401) return read<T>(response)
    }
    if (!(await this.credentials.renew(token))) throw new Problem(401, 'Please sign in again.')
    return read<T>(await this.request(method, path, body, this.credentials.access()))
  }

  private async request(method: Method, path: string, body?: unknown, token?: string): Promise<Response> {
    const headers = new Headers({ Accept: 'application/json, application/problem+json' })
    if (token !== undefined) headers.set('Authorization', `Bearer ${token}`)
    if (body !== undefined) headers.set('Content-Type', 'application/json')
    const init: RequestInit = { method, headers, signal: AbortSignal.timeout(DEADLINE_MS), cache: 'no-store' }
    if (body !== undefined) init.body = JSON.stringify(body)
    try {
      return await this.send(path, init)
    } catch {
      throw Problem.offline()
    }
  }
}

async function read<T>(response: Response): Promise<T> {
  if (!response.ok) throw await Problem.of(response)
  if (response.status === 204) return undefined as T
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}
