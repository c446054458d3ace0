import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Client } from '../api/client'
import { Problem } from '../api/problem'
import type { Happened } from '../protocol'
import { Life } from './life.svelte'

function begin(answers: Record<string, unknown> = {}, refusal?: Problem) {
  const asked: [string, object][] = []
  const client = {
    get: async (path: string) => {
      const answer = Object.entries(answers).find(([start]) => path.startsWith(start))?.[1]
      if (answer === undefined) throw Problem.offline()
      return answer
    },
  } as unknown as Client
  const life = new Life(client, 'a1', async (event, payload) => {
    asked.push([event, payload])
    if (refusal) throw refusal
  })
  return { life, asked, hears: (push: object) => life.hear(push as Happened) }
}

const match = { avatar: { id: 'b2', name: 'Nora', bio: '' }, confidence: 1, explanation: '' }
const started = { event: 'conversation_started', conversation_id: 't1', with: 'b1', with_name: 'Milo', voiced: true }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a life', () => {
  it('shows a thought for a while and keeps it among the moments', () => {
    const { life, hears } = begin()

    hears({ event: 'thought', content: 'Nice.', event_id: '1-x' })
    expect(life.thought?.text).toBe('Thought: Nice.')
    vi.advanceTimersByTime(20_000)

    expect(life.thought).toBeUndefined()
    expect(life.moments).toHaveLength(1)
  })

  it('shows the words of a talk as they are said', () => {
    const { life, hears } = begin()

    hears(started)
    hears({ event: 'new_message', conversation_type: 'avatar', conversation_id: 't1', message_id: 'm1', author: 'partner', content: 'Hi' })

    expect(life.talks[0]?.active).toBe(true)
    expect(life.words['t1']).toMatchObject([{ content: 'Hi', author: 'partner' }])
    expect(life.nameOf('b1')).toBe('Milo')
  })

  it('finds those to talk with among matches and acquaintances', async () => {
    const { life, hears, asked } = begin({ '/api/avatars/a1/matches': { items: [match] } })
    hears(started)

    await life.findCandidates()
    await life.talkWith('b2')

    expect(life.candidates?.map(({ name }) => name)).toEqual(['Milo', 'Nora'])
    expect(asked).toEqual([['start_conversation', { other_avatar_id: 'b2' }]])
    expect(life.complaint).toBeUndefined()
  })

  it('names whom a wish for a talk was about when it is never answered', async () => {
    const { life, hears } = begin({ '/api/avatars/a1/matches': { items: [match] } })
    await life.findCandidates()

    hears({ event: 'conversation_ended', conversation_id: 't2', with: 'b2', with_name: null, reason: 'no_answer', outcome: null })

    expect(life.moments.map(({ text }) => text)).toEqual(['Did not talk with Nora: no answer.'])
    expect(life.talks).toMatchObject([{ id: 't2', name: 'Nora', reason: 'no_answer' }])
  })

  it('says why a wish came to nothing', async () => {
    const { life } = begin({}, new Problem(400, 'Milo is gone.'))

    await life.talkWith('b1')

    expect(life.complaint).toBe('Milo is gone.')
  })

  it('tells of the absence what was worth telling', () => {
    const { life } = begin()

    life.wasAway([
      { event: 'memory_formed', content: 'We laughed.', event_id: '1-x' },
      { event: 'status', activity: 'idle', event_id: '2-x' },
    ] as unknown as Happened[])

    expect(life.meanwhile.map(({ text }) => text)).toEqual(['Will remember: We laughed.'])
  })

  it('fills in a name when it becomes known', () => {
    const { life, hears } = begin()
    life.wasAway([{ event: 'relationship_update', with: 'b1', change: 'formed', event_id: '1-x' }] as unknown as Happened[])
    expect(life.meanwhile.map(({ text }) => text)).toEqual(['Met another avatar.'])

    hears(started)

    expect(life.meanwhile.map(({ text }) => text)).toEqual(['Met Milo.'])
  })
})
