import { describe, expect, it } from 'vitest'
import type { AvatarResponse, NewMessage, StoredMessage } from '../protocol'
import { EMPTY, accepted, answered, failed, overheard, remembered, retried, unsent, written, type Transcript } from './transcript'

const answer = (id: string, content: string, more: Partial<AvatarResponse> = {}): AvatarResponse => ({
  message_id: id,
  conversation_id: 'c',
  in_reply_to: null,
  content,
  mood: 0.2,
  emotions: null,
  tone: 'warm',
  ...more,
})

const message = (id: string, content: string, second: number, author: 'owner' | 'avatar' = 'owner'): StoredMessage => ({
  id,
  in_reply_to: null,
  author,
  content,
  tone: null,
  at: new Date(Date.UTC(2026, 0, 1, 12, 0, second)).toISOString(),
})

const own = (id: string, content: string): NewMessage => ({ message_id: id, conversation_id: 'c', author: 'owner', content })

const said = (transcript: Transcript) => transcript.lines.map(({ content }) => content)
const only = (transcript: Transcript) => {
  expect(transcript.lines).toHaveLength(1)
  return transcript.lines[0]!
}

describe('sending', () => {
  it('shows a message at once, and as sent when the server has it', () => {
    const sending = written(EMPTY, 'c1', 'Hello', 1)
    const sent = accepted(sending, 'c1', 'm1')

    expect(only(sending)).toMatchObject({ delivery: 'sending', author: 'owner', messageId: undefined })
    expect(only(sent)).toMatchObject({ key: 'c1', delivery: 'sent', messageId: 'm1' })
  })

  it('keeps a failed message with its reason', () => {
    const transcript = failed(written(EMPTY, 'c1', 'Hello', 1), 'c1', 1, 'no answer')

    expect(only(transcript)).toMatchObject({ delivery: 'failed', reason: 'no answer', content: 'Hello' })
  })

  it('moves a retried message to the end with the same client id', () => {
    const before = written(failed(written(EMPTY, 'c1', 'first', 1), 'c1', 1, 'no'), 'c2', 'second', 2)

    const transcript = retried(before, 'c1', 3)

    expect(said(transcript)).toEqual(['second', 'first'])
    expect(transcript.lines[1]).toMatchObject({ key: 'c1', delivery: 'sending', attempt: 2, reason: undefined })
  })

  it('ignores the late verdict on an earlier attempt', () => {
    const again = retried(failed(written(EMPTY, 'c1', 'Hello', 1), 'c1', 1, 'no'), 'c1', 2)

    expect(only(failed(again, 'c1', 1, 'timeout')).delivery).toBe('sending')
    expect(only(failed(again, 'c1', 2, 'timeout')).delivery).toBe('failed')
  })

  it('does not fail a message that was stored after all', () => {
    const sent = accepted(written(EMPTY, 'c1', 'Hello', 1), 'c1', 'm1')

    expect(only(failed(sent, 'c1', 1, 'timeout')).delivery).toBe('sent')
  })

  it('does not retry what has not failed', () => {
    const sending = written(EMPTY, 'c1', 'Hello', 1)

    expect(retried(sending, 'c1', 2)).toBe(sending)
  })

  it('names what is still to be sent, oldest first', () => {
    const transcript = accepted(written(written(written(EMPTY, 'c1', 'a', 1), 'c2', 'b', 2), 'c3', 'c', 3), 'c2', 'm2')

    expect(unsent(transcript).map(({ key }) => key)).toEqual(['c1', 'c3'])
  })
})

describe('pushes', () => {
  it('are taken in once for each event id', () => {
    const once = answered(EMPTY, answer('m1', 'Hi', { event_id: 'e1' }), 1)

    expect(answered(once, answer('m2', 'Hi again', { event_id: 'e1' }), 2)).toBe(once)
  })

  it('show a message once for each message id, even under another event id', () => {
    const once = answered(EMPTY, answer('m1', 'Hi', { event_id: 'e1' }), 1)

    expect(said(answered(once, answer('m1', 'Hi', { event_id: 'e9' }), 2))).toEqual(['Hi'])
  })

  it('of the own message that come before the reply leave one line', () => {
    const replayed = overheard(written(EMPTY, 'c1', 'Hello', 1), own('m1', 'Hello'), 2)

    expect(said(accepted(replayed, 'c1', 'm1'))).toEqual(['Hello'])
  })

  it('of the own message that come after the reply change nothing', () => {
    const sent = accepted(written(EMPTY, 'c1', 'Hello', 1), 'c1', 'm1')

    expect(overheard(sent, own('m1', 'Hello'), 2).lines).toEqual(sent.lines)
  })

  it('of another device appear as the owner', () => {
    expect(only(overheard(EMPTY, own('m1', 'From my phone'), 1)).author).toBe('owner')
  })

  it('are dated by the server when it says when', () => {
    const dated = answered(EMPTY, answer('m1', 'Hi', { at: '2026-01-01T00:00:00Z' }), 5)

    expect(only(dated).at).toBe(Date.UTC(2026, 0, 1))
    expect(only(answered(EMPTY, answer('m1', 'Hi'), 5)).at).toBe(5)
  })

  it('are remembered up to a limit', () => {
    const many = Array.from({ length: 600 }, (_, n) => answer(`m${n}`, 'x', { event_id: `e${n}` }))

    const transcript = many.reduce((before, each) => answered(before, each, 1), EMPTY)

    expect(transcript.lines).toHaveLength(600)
    expect(transcript.eventIds).toHaveLength(500)
    expect(transcript.eventIds.at(-1)).toBe('e599')
  })
})

describe('history', () => {
  it('is shown oldest first', () => {
    const page = [message('m3', 'three', 3), message('m2', 'two', 2), message('m1', 'one', 1)]

    expect(said(remembered(EMPTY, page))).toEqual(['one', 'two', 'three'])
  })

  it('does not repeat what arrived live', () => {
    const live = answered(EMPTY, answer('m2', 'two', { event_id: 'e2' }), 9)

    expect(said(remembered(live, [message('m2', 'two', 2), message('m1', 'one', 1)]))).toEqual(['one', 'two'])
  })

  it('goes before what is being written', () => {
    const transcript = remembered(written(EMPTY, 'c1', 'now', 1), [message('m2', 'two', 2), message('m1', 'one', 1)])

    expect(said(transcript)).toEqual(['one', 'two', 'now'])
  })

  it('fills a gap behind its predecessor', () => {
    const before = written(remembered(EMPTY, [message('m2', 'two', 2), message('m1', 'one', 1)]), 'c1', 'now', 3)

    const transcript = remembered(before, [message('m3', 'three', 3), message('m2', 'two', 2)])

    expect(said(transcript)).toEqual(['one', 'two', 'three', 'now'])
  })

  it('puts an older page on top', () => {
    const newer = remembered(EMPTY, [message('m4', 'four', 4), message('m3', 'three', 3)])

    expect(said(remembered(newer, [message('m2', 'two', 2), message('m1', 'one', 1)]))).toEqual([
      'one',
      'two',
      'three',
      'four',
    ])
  })
})
