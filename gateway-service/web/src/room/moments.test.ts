import { describe, expect, it } from 'vitest'
import type { Happened } from '../protocol'
import { momentOf, withMoment } from './moments'

const nameOf = () => 'Milo'
const told = (happened: object) => momentOf(happened as Happened, nameOf, 1_000)
const outcome = { turns: 6, mutual_understanding: 0.7, host_enjoyment: 0.7, guest_enjoyment: 0.7, turning_point: null }

describe('a moment', () => {
  it('knows when it was and what its reasons are asked for by', () => {
    const moment = told({ event: 'thought', content: 'Nice.', event_id: '4-x', at: '1970-01-01T00:00:02Z' })

    expect(moment).toEqual({ key: '4-x', eventId: '4-x', event: 'thought', text: 'Thought: Nice.', at: 2_000 })
  })

  it('tells how a conversation went, or why there was none', () => {
    const ended = { event: 'conversation_ended', with_name: 'Milo', reason: 'asleep', outcome: null }

    expect(told(ended)?.text).toBe('Did not talk with Milo: asleep.')
    expect(told({ ...ended, outcome })?.text).toBe('Talked with Milo, and they understood each other well.')
    expect(told({ ...ended, outcome: { ...outcome, mutual_understanding: 0.1 } })?.text).toBe('Talked with Milo, past each other.')
  })

  it('names whom a talk that did not come about would have been with', () => {
    const ended = { event: 'conversation_ended', with: 'b', with_name: null, reason: 'no_answer', outcome: null }

    expect(told(ended)?.text).toBe('Did not talk with Milo: no answer.')
  })

  it('names a match, known or not', () => {
    const found = { event: 'match_found', avatar_id: 'c', avatar_name: 'Nora', mutual: false, score: 0.8 }

    expect(told(found)?.text).toBe('Nora could be a good match.')
    expect(told({ ...found, mutual: true })?.text).toBe('Nora likes back.')
    expect(told({ ...found, avatar_name: undefined })?.text).toBe('Milo could be a good match.')
  })

  it('says how often it happened', () => {
    const found = { event: 'match_found', avatar_id: 'c', avatar_name: 'Nora', mutual: false, score: 0.8 }

    expect(told({ ...found, count: 12 })?.text).toBe('Nora could be a good match. (12 times)')
    expect(told({ ...found, count: 1 })?.text).toBe('Nora could be a good match.')
  })

  it('is no small change of a bond', () => {
    const changed = { event: 'relationship_update', with: 'b', change: 'changed', status: 'friends' }

    expect(told({ ...changed, previous_status: 'friends' })).toBeUndefined()
    expect(told({ ...changed, previous_status: 'strangers' })?.text).toBe('With Milo, now: friends.')
    expect(told({ event: 'relationship_update', with: 'b', change: 'milestone', milestone: 'became_friends' })?.text).toBe(
      'With Milo: became friends.',
    )
  })

  it('tells of a bond that is no more, and does not name who is gone', () => {
    const ended = { event: 'relationship_update', change: 'ended', previous_status: 'friends' }

    expect(told({ ...ended, with: 'b', reason: 'blocked' })?.text).toBe('Nothing is between it and Milo any more.')
    expect(told({ ...ended, with: null, reason: 'gone' })?.text).toBe(
      'Nothing is between it and somebody who is gone any more.',
    )
  })

  it('is listed once, the latest first', () => {
    const first = told({ event: 'thought', content: 'One', event_id: '1-x' })!
    const second = told({ event: 'thought', content: 'Two', event_id: '2-x' })!

    expect(withMoment(withMoment(withMoment([], first), second), first).map(({ key }) => key)).toEqual(['2-x', '1-x'])
  })
})
