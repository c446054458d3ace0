import { describe, expect, it } from 'vitest'
import type { AvatarTurn, ConversationEnded, ConversationStarted, ConversationSummary, StoredMessage } from '../protocol'
import { ended, listed, read, said, started } from './talks'

const push = { conversation_id: 't1', with: 'b', with_name: 'Milo', voiced: true, world_time: '' } as ConversationStarted
const end = { ...push, reason: 'goodbye', outcome: null } as ConversationEnded
const turn = (id: string, content: string) =>
  ({ conversation_id: 't1', conversation_type: 'avatar', message_id: id, author: 'avatar', content }) as AvatarTurn
const stored = (id: string, content: string) => ({ id, author: 'partner', content }) as StoredMessage

describe('a talk', () => {
  it('goes on until it ended', () => {
    const talks = started([], push, 1)
    expect(talks).toMatchObject([{ id: 't1', name: 'Milo', active: true }])

    expect(ended(talks, end, 2)).toMatchObject([{ id: 't1', active: false, reason: 'goodbye' }])
  })

  it('that never began is listed with its reason', () => {
    expect(ended([], { ...end, reason: 'asleep' }, 2)).toMatchObject([{ id: 't1', active: false, reason: 'asleep' }])
  })

  it('that was pushed is newer than the list says', () => {
    const item = { id: 't1', type: 'avatar', status: 'active', with: 'b', with_name: 'Milo', voiced: true } as ConversationSummary
    const page = [
      { ...item, started_at: '1970-01-01T00:00:01Z' },
      { ...item, id: 't0', status: 'ended', started_at: '1970-01-01T00:00:00Z' },
      { ...item, id: 'mine', type: 'owner', started_at: '1970-01-01T00:00:00Z' },
    ] as ConversationSummary[]

    const talks = listed(ended(started([], push, 1_000), end, 2_000), page)

    expect(talks.map(({ id, active }) => [id, active])).toEqual([
      ['t1', false],
      ['t0', false],
    ])
  })
})

describe('the words of a talk', () => {
  it('are heard once each', () => {
    const words = said(said(said({}, turn('m1', 'Hi')), turn('m1', 'Hi')), turn('m2', 'Bye'))

    expect(words['t1']?.map(({ content }) => content)).toEqual(['Hi', 'Bye'])
  })

  it('that are stored go before those that came meanwhile', () => {
    const words = read(said({}, turn('m3', 'three')), 't1', [stored('m2', 'two'), stored('m1', 'one')])

    expect(words['t1']?.map(({ content }) => content)).toEqual(['one', 'two', 'three'])
  })
})
