import { describe, expect, it } from 'vitest'
import { Client, type Credentials } from './client'
import { Problem } from './problem'

const problem = (status: number, body: object, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'Content-Type': 'application/problem+json', ...headers } })

const ok = (body: unknown) => new Response(JSON.stringify(body))

class Keyring implements Credentials {
  renewals = 0
  constructor(
    private token: string | undefined,
    private readonly next: string | undefined,
  ) {}
  access() {
    return this.token
  }
  async renew() {
    this.renewals++
    this.token = this.next
    return this.next !== undefined
  }
}

/** Answers requests one after the other and keeps what it was asked. */
function server(...answers: (Response | Error)[]) {
  const asked: { path: string; init: RequestInit }[] = []
  const send = (async (path: string, init: RequestInit) => {
    asked.push({ path, init })
    const answer = answers.shift()
    if (answer === undefined) throw new Error('asked once more than expected')
    if (answer instanceof Error) throw answer
    return answer
  }) as unknown as typeof fetch
  const authorization = (request: number) => new Headers(asked[request]?.init.headers).get('Authorization')
  return { send, asked, authorization }
}

const failure = async (promise: Promise<unknown>): Promise<Problem> => {
  const thrown: unknown = await promise.then(
    () => undefined,
    (error: unknown) => error,
  )
  if (!(thrown instanceof Problem)) throw new Error(`expected a problem, got ${String(thrown)}`)
  return thrown
}

describe('a signed-in request', () => {
  it('carries the access token', async () => {
    const world = server(ok({ items: [] }))

    const page = await new Client(new Keyring('a', undefined), world.send).get('/api/avatars')

    expect(page).toEqual({ items: [] })
    expect(world.authorization(0)).toBe('Bearer a')
  })

  it('renews an expired token once and is repeated', async () => {
    const world = server(problem(401, {}), ok({ id: 1 }))
    const keys = new Keyring('old', 'new')

    await new Client(keys, world.send).post('/api/avatars', { name: 'Luna' })

    expect(keys.renewals).toBe(1)
    expect(world.authorization(1)).toBe('Bearer new')
    expect(world.asked[1]?.init.body).toBe('{"name":"Luna"}')
  })

  it('fails with 401 when the session is over, and is not repeated', async () => {
    const world = server(problem(401, {}))

    const refused = await failure(new Client(new Keyring('old', undefined), world.send).get('/api/me'))

    expect(refused.status).toBe(401)
    expect(world.asked).toHaveLength(1)
  })

  it('does not renew twice when the new token is refused as well', async () => {
    const world = server(problem(401, {}), problem(401, { detail: 'No.' }))
    const keys = new Keyring('old', 'new')

    const refused = await failure(new Client(keys, world.send).get('/api/me'))

    expect(refused.message).toBe('No.')
    expect(keys.renewals).toBe(1)
  })
})

describe('a service that is away', () => {
  it('is asked again after the pause it wishes', async () => {
    const world = server(problem(503, {}, { 'Retry-After': '2' }), ok({ id: 1 }))
    const pauses: number[] = []

    const client = new Client(new Keyring('a', undefined), world.send, async (millis) => void pauses.push(millis))

    expect(await client.get('/api/avatars')).toEqual({ id: 1 })
    expect(pauses).toEqual([2_000])
  })

  it('is not asked for ever', async () => {
    const world = server(...Array.from({ length: 9 }, () => problem(503, { detail: 'Still away.' })))

    const refused = await failure(new Client(new Keyring('a', undefined), world.send, async () => {}).get('/api/avatars'))

    expect(refused.message).toBe('Still away.')
    expect(world.asked).toHaveLength(6)
  })

  it('is told the same wish again when that carries an id', async () => {
    const world = server(problem(503, {}), problem(504, {}), ok({ id: 1 }))
    const client = new Client(new Keyring('a', undefined), world.send, async () => {})

    expect(await client.postRepeatably('/api/avatars', { client_id: 'once' })).toEqual({ id: 1 })
    expect(world.asked.map(({ init }) => init.body)).toEqual(Array(3).fill('{"client_id":"once"}'))
  })

  it('is told the same wish for an account again', async () => {
    const world = server(problem(503, {}), ok({ access_token: 'a1' }))
    const client = new Client(new Keyring(undefined, undefined), world.send, async () => {})

    expect(await client.postAnonymouslyRepeatably('/api/accounts', { client_id: 'once' })).toEqual({ access_token: 'a1' })
    expect(world.asked.map(({ init }) => init.body)).toEqual(Array(2).fill('{"client_id":"once"}'))
    expect(world.authorization(1)).toBeNull()
  })

  it('is told nothing else twice', async () => {
    const world = server(problem(503, { detail: 'Away.' }))

    const refused = await failure(new Client(new Keyring('a', undefined), world.send, async () => {}).post('/api/avatars'))

    expect(refused.message).toBe('Away.')
    expect(world.asked).toHaveLength(1)
  })
})

describe('a refusal', () => {
  const anonymous = (...answers: (Response | Error)[]) =>
    failure(new Client(new Keyring(undefined, undefined), server(...answers).send).anonymous('POST', '/api/accounts', {}))

  it('says what the problem says, and puts field errors beside their fields', async () => {
    const refused = await anonymous(
      problem(400, {
        title: 'Invalid input',
        detail: 'Two fields are wrong.',
        errors: [
          { field: 'email', message: 'must be an address' },
          { field: 'personality.openness', message: 'must be in [0,1]' },
        ],
      }),
    )

    expect(refused.message).toBe('Two fields are wrong.')
    expect(refused.fields).toEqual({ email: 'must be an address', 'personality.openness': 'must be in [0,1]' })
  })

  it('is told in plain words when the body is not a problem', async () => {
    const refused = await anonymous(new Response('<html>Bad gateway</html>', { status: 502 }))

    expect(refused.message).toContain('try again in a moment')
    expect(refused.fields).toEqual({})
  })

  it('keeps how long to wait', async () => {
    const refused = await anonymous(problem(429, {}, { 'Retry-After': '7' }))

    expect(refused.retryAfter).toBe(7)
    expect(refused.message).toContain('7 seconds')
  })

  it('has status 0 when nobody answers', async () => {
    const refused = await anonymous(new TypeError('Failed to fetch'))

    expect(refused.status).toBe(0)
    expect(refused.message).toContain('cannot be reached')
  })
})

it('an empty answer is undefined', async () => {
  const world = server(new Response(null, { status: 204 }))

  await expect(new Client(new Keyring('a', undefined), world.send).delete('/api/avatars/1')).resolves.toBeUndefined()
})
