import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Session } from './session.svelte'

const KEY = 'viva.refresh_token'
const tokens = (access: string, refresh: string) =>
  new Response(JSON.stringify({ access_token: access, refresh_token: refresh, expires_in: 900 }))
const CLIENT_ID = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff'
const refused = (status: number) => new Response('{}', { status })

let stored: Map<string, string>
let storageEvent: (event: { key: string; newValue: string | null }) => void

beforeEach(() => {
  stored = new Map()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => stored.get(key) ?? null,
    setItem: (key: string, value: string) => stored.set(key, value),
    removeItem: (key: string) => stored.delete(key),
  })
  vi.stubGlobal('navigator', {})
  vi.stubGlobal('addEventListener', (_type: string, listen: typeof storageEvent) => (storageEvent = listen))
})

/** Answers each path from its own queue and keeps the bodies it was sent. */
function gateway(answers: Record<string, (Response | Error)[]>) {
  const sent: { path: string; body: unknown; token: string | null }[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit) => {
    const token = new Headers(init.headers).get('Authorization')
    sent.push({ path, body: init.body === undefined ? undefined : JSON.parse(init.body as string), token })
    const answer = answers[path]?.shift()
    if (answer === undefined) throw new Error(`not expected: ${path}`)
    if (answer instanceof Error) throw answer
    return answer
  })
  return sent
}

describe('a session', () => {
  it('begins with signing in and keeps only the refresh token', async () => {
    gateway({ '/api/sessions': [tokens('a1', 'r1')] })
    const session = new Session()

    await session.signIn('ana', 'Secret123')

    expect(session.active).toBe(true)
    expect(session.access()).toBe('a1')
    expect([...stored]).toEqual([[KEY, 'r1']])
  })

  it('begins with signing up, also from a place that the gateway does not know', async () => {
    const errors = [{ field: 'timezone', message: 'must be a time zone' }]
    const unknown = new Response(JSON.stringify({ errors }), { status: 422 })
    const sent = gateway({ '/api/accounts': [unknown, tokens('a1', 'r1')] })
    const session = new Session()
    const ana = { email: 'ana@example.org', username: 'ana', password: 'Secret123', client_id: CLIENT_ID }

    await session.signUp(ana, { locale: 'en', timezone: 'America/Atlantis' })

    expect(session.active).toBe(true)
    expect(sent.map(({ body }) => body)).toEqual([{ ...ana, locale: 'en', timezone: 'America/Atlantis' }, ana])
  })

  it('begins with the same wish again when the gateway could not answer the first one', async () => {
    vi.useFakeTimers()
    const sent = gateway({ '/api/accounts': [refused(503), tokens('a1', 'r1')] })
    const session = new Session()
    const ana = { email: 'ana@example.org', username: 'ana', password: 'Secret123', client_id: CLIENT_ID }

    const begun = session.signUp(ana, { locale: 'en', timezone: 'UTC' })
    await vi.runAllTimersAsync()
    await begun
    vi.useRealTimers()

    expect(session.active).toBe(true)
    expect(sent).toHaveLength(2)
    expect(sent[1]?.body).toEqual(sent[0]?.body)
  })

  it('tells that this device is known, also after signing out', async () => {
    const known = new Response(
      JSON.stringify({ access_token: 'a1', refresh_token: 'r1', expires_in: 900, device_token: 'd1' }),
    )
    const sent = gateway({
      '/api/sessions': [known, new Response(null, { status: 204 }), tokens('a2', 'r2')],
    })
    const session = new Session()
    await session.signIn('ana', 'Secret123')
    await session.signOut()

    await session.signIn('ana', 'Secret123')

    expect(sent[0]?.body).toEqual({ login: 'ana', password: 'Secret123' })
    expect(sent[2]?.body).toEqual({ login: 'ana', password: 'Secret123', device_token: 'd1' })
  })

  it('is taken up again by the next page', async () => {
    stored.set(KEY, 'r1')
    const sent = gateway({ '/api/sessions/refresh': [tokens('a2', 'r2')], '/api/me': [new Response('{}')] })
    const session = new Session()

    await session.client.get('/api/me')

    expect(session.active).toBe(true)
    expect(sent.map(({ body }) => body)).toEqual([{ refresh_token: 'r1' }, undefined])
    expect(sent[1]?.token).toBe('Bearer a2')
    expect(stored.get(KEY)).toBe('r2')
  })

  it('uses a refresh token once, however many requests need it', async () => {
    stored.set(KEY, 'r1')
    const sent = gateway({
      '/api/sessions/refresh': [tokens('a2', 'r2')],
      '/api/me': [new Response('{}')],
      '/api/avatars': [new Response('{}')],
    })
    const session = new Session()

    await Promise.all([session.client.get('/api/me'), session.client.get('/api/avatars')])

    expect(sent.filter(({ path }) => path === '/api/sessions/refresh')).toHaveLength(1)
  })

  it('ends with a word when its refresh token is refused', async () => {
    stored.set(KEY, 'r1')
    gateway({ '/api/sessions/refresh': [refused(401)] })
    const session = new Session()

    await expect(session.client.get('/api/me')).rejects.toMatchObject({ status: 401 })

    expect(session.active).toBe(false)
    expect(session.farewell).toContain('has ended')
    expect(stored.size).toBe(0)
  })

  it('goes on while the gateway cannot be reached', async () => {
    stored.set(KEY, 'r1')
    gateway({ '/api/sessions/refresh': [new TypeError('Failed to fetch')] })
    const session = new Session()

    await expect(session.client.get('/api/me')).rejects.toMatchObject({ status: 0 })

    expect(session.active).toBe(true)
    expect(stored.get(KEY)).toBe('r1')
  })

  it('ends in this tab when it ends in another one', () => {
    stored.set(KEY, 'r1')
    const session = new Session()

    storageEvent({ key: KEY, newValue: null })

    expect(session.active).toBe(false)
    expect(session.farewell).toBeUndefined()
  })

  it('ends on this page even when signing out cannot be told to the gateway', async () => {
    gateway({ '/api/sessions': [tokens('a1', 'r1'), new TypeError('Failed to fetch')] })
    const session = new Session()
    await session.signIn('ana', 'Secret123')

    await session.signOut()

    expect(session.active).toBe(false)
    expect(stored.size).toBe(0)
  })
})
