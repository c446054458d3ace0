import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '../api/client'
import { Problem } from '../api/problem'
import type { StoredMessage } from '../protocol'
import type { Connection } from './connection.svelte'
import { Room } from './room.svelte'

type Take = (payload?: object) => void

/** A push that the test answers. */
class Pushed {
  readonly #takes: Record<string, Take> = {}
  constructor(
    readonly event: string,
    readonly payload: Record<string, unknown>,
  ) {}
  receive(status: string, take: Take): this {
    this.#takes[status] = take
    return this
  }
  answer(status: 'ok' | 'error' | 'timeout', payload: object = {}) {
    this.#takes[status]?.(payload)
  }
}

/** The server's end of the avatar's topic. */
class Topic {
  state = 'joining'
  readonly joining = new Pushed('phx_join', {})
  readonly pushes: Pushed[] = []
  params = () => ({})
  left = false
  #breaks = () => {}
  readonly #takes: Record<string, Take> = {}

  join = () => this.joining
  on = (event: string, take: Take) => (this.#takes[event] = take)
  onError = (take: () => void) => (this.#breaks = take)
  push = (event: string, payload: Record<string, unknown>) => {
    const push = new Pushed(event, payload)
    this.pushes.push(push)
    return push
  }
  leave = () => (this.left = true)

  says(event: string, payload: object) {
    this.#takes[event]?.(payload)
  }
  accepts(state: object | null = { mood: 0.2 }) {
    this.state = 'joined'
    this.joining.answer('ok', { avatar: { name: 'Luna' }, state, conversation_id: 'c1' })
  }
  breaks() {
    this.state = 'errored'
    this.#breaks()
  }
}

function enter(history: StoredMessage[] | Problem = []) {
  const topic = new Topic()
  const channel = (_name: string, params: () => object) => ((topic.params = params), topic)
  const client = {
    get: async () => {
      if (history instanceof Problem) throw history
      return { items: history, next_cursor: null }
    },
  } as unknown as Client
  const room = new Room(client, { socket: { channel } } as unknown as Connection, 'a1')
  const messages = () => topic.pushes.filter(({ event }) => event === 'message')
  return { room, topic, messages }
}

const answer = { message_id: 'm2', conversation_id: 'c1', in_reply_to: 'm1', content: 'Hi', mood: 0, emotions: null, tone: 'warm', event_id: '7-x' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a message', () => {
  it('that is written before the room is entered is sent on entering', () => {
    const { room, topic, messages } = enter()

    room.send('Hello')
    expect(messages()).toHaveLength(0)

    topic.accepts()
    expect(messages()[0]?.payload).toMatchObject({ content: 'Hello' })
  })

  it('without a verdict is sent again after a rejoin with the same client id', () => {
    const { room, topic, messages } = enter()
    topic.accepts()
    room.send('Hello')

    topic.breaks()
    messages()[0]?.answer('timeout')
    topic.accepts()

    expect(messages()).toHaveLength(2)
    expect(messages()[1]?.payload).toEqual(messages()[0]?.payload)
    messages()[1]?.answer('ok', { message_id: 'm1' })
    expect(room.transcript.lines).toMatchObject([{ delivery: 'sent', messageId: 'm1' }])
  })

  it('that nobody answers fails, and goes out again when the owner says so', () => {
    const { room, topic, messages } = enter()
    topic.accepts()
    room.send('Hello')

    messages()[0]?.answer('timeout')
    expect(room.transcript.lines[0]).toMatchObject({ delivery: 'failed', reason: 'No answer from the server.' })

    room.retry(room.transcript.lines[0]!.key)
    expect(messages()[1]?.payload).toEqual(messages()[0]?.payload)
  })

  it('that is refused says why', () => {
    const { room, topic, messages } = enter()
    topic.accepts()
    room.send('Hello')

    messages()[0]?.answer('error', { reason: 'too_many_messages' })

    expect(room.transcript.lines[0]?.reason).toBe('The message was refused: too many messages.')
  })
})

describe('a join', () => {
  it('tells who gets what is written', () => {
    const { room, topic } = enter()

    topic.joining.answer('ok', { avatar: { name: 'Luna' }, state: null, conversation_id: null, model: { used: true, provider: 'models.example.org' } })

    expect(room.provider).toBe('models.example.org')
  })

  it('tells nobody when no model is used, or when that is not known', () => {
    const { room, topic } = enter()

    topic.joining.answer('ok', { avatar: { name: 'Luna' }, state: null, conversation_id: null, model: { used: false, provider: null } })
    expect(room.provider).toBeUndefined()
    topic.joining.answer('ok', { avatar: { name: 'Luna' }, state: null, conversation_id: null, model: null })
    expect(room.provider).toBeUndefined()
  })
})

describe('a rejoin', () => {
  it('asks for what came after the last event', () => {
    const { topic } = enter()
    expect(topic.params()).toEqual({})

    topic.accepts()
    topic.says('avatar_response', answer)

    expect(topic.params()).toEqual({ last_event_id: '7-x' })
  })

  it('asks for what came after the join when nothing came', () => {
    const { topic } = enter()

    topic.joining.answer('ok', { avatar: { name: 'Luna' }, state: null, conversation_id: null, event_id: '3-0' })
    expect(topic.params()).toEqual({ last_event_id: '3-0' })

    topic.says('avatar_response', answer)
    expect(topic.params()).toEqual({ last_event_id: '7-x' })
  })

  it('shows what is replayed once', () => {
    const { room, topic } = enter()
    topic.accepts()

    topic.says('avatar_response', answer)
    topic.says('avatar_response', answer)

    expect(room.transcript.lines).toHaveLength(1)
  })
})

describe('what is said elsewhere', () => {
  const said = { author: 'owner', content: 'From my phone', message_id: 'm9', event_id: '8-x' }

  it('is shown when it is said to this avatar by its owner', () => {
    const { room, topic } = enter()
    topic.accepts()

    topic.says('new_message', { ...said, conversation_id: 'c1' })

    expect(room.transcript.lines).toMatchObject([{ content: 'From my phone', author: 'owner' }])
  })

  it('is not shown when it is said among avatars, but counts as seen', () => {
    const { room, topic } = enter()
    topic.accepts()

    topic.says('new_message', { ...said, conversation_id: 'c2' })

    expect(room.transcript.lines).toEqual([])
    expect(topic.params()).toEqual({ last_event_id: '8-x' })
  })
})

describe('what the avatar does by itself', () => {
  it('reaches its life, and a greeting the chat as well', () => {
    const { room, topic } = enter()
    topic.accepts()

    topic.says('thought', { content: 'Nice.', event_id: '9-x' })
    topic.says('greeting', { ...answer, content: 'There you are!', event_id: '10-x' })

    expect(room.life.thought?.text).toBe('Thought: Nice.')
    expect(room.life.greeting?.content).toBe('There you are!')
    expect(room.transcript.lines).toMatchObject([{ content: 'There you are!', author: 'avatar', eventId: '10-x' }])
  })

  it('can be asked for, and a refusal is told', async () => {
    const { room, topic } = enter()
    topic.accepts()

    const asked = room.life.talkWith('b1')
    topic.pushes.at(-1)?.answer('error', { reason: 'not_found' })
    await asked

    expect(topic.pushes.at(-1)?.payload).toEqual({ other_avatar_id: 'b1' })
    expect(room.life.complaint).toBe('That was refused: not found.')
  })
})

describe('the room', () => {
  it('shows that the avatar is answering until it has', () => {
    const { room, topic } = enter()
    topic.accepts()

    topic.says('avatar_typing', {})
    topic.says('avatar_response_delta', { content: 'H' })
    expect([room.typing, room.draft]).toEqual([true, 'H'])

    topic.says('avatar_response', answer)
    expect([room.typing, room.draft]).toEqual([false, ''])
  })

  it('stops showing it when no answer comes', () => {
    const { room, topic } = enter()
    topic.accepts()
    topic.says('avatar_typing', {})

    vi.advanceTimersByTime(20_000)

    expect(room.typing).toBe(false)
  })

  it('asks for the state of an avatar that was just born until it has one', () => {
    const { room, topic } = enter()
    topic.accepts(null)

    vi.advanceTimersByTime(2_000)
    topic.says('state', { mood: 0.5 })
    vi.advanceTimersByTime(5_000)

    expect(topic.pushes.map(({ event }) => event)).toEqual(['get_state', 'get_state'])
    expect(room.mind?.mood).toBe(0.5)
  })

  it('is closed to whoever does not own the avatar, and not tried again', () => {
    const { room, topic } = enter()

    topic.joining.answer('error', { reason: 'not_found' })

    expect(room.closed).toBe(true)
    expect(topic.left).toBe(true)
  })

  it('says when the history cannot be read, and chats nevertheless', async () => {
    const { room, topic, messages } = enter(Problem.offline())
    topic.accepts()
    await vi.advanceTimersByTimeAsync(0)

    room.send('Hello')

    expect(room.history).toBe('failed')
    expect(messages()).toHaveLength(1)
  })
})
