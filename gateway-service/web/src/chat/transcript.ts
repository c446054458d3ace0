import type { Author, AvatarResponse, NewMessage, Pushed, StoredMessage } from '../protocol'

/** How far the owner's own message has got. Everything that was read from the server is `sent`. */
export type Delivery = 'sending' | 'sent' | 'failed'

export interface Line {
  /** Stays the same from the first keystroke to the stored message, so that the page need not draw the line anew. */
  readonly key: string
  /** Known as soon as the server has stored it. */
  readonly messageId: string | undefined
  /** What the reasons are asked for by; known of what came live. */
  readonly eventId: string | undefined
  readonly author: Author
  readonly content: string
  readonly tone: string | undefined
  /** Real time, in milliseconds since 1970. */
  readonly at: number
  readonly delivery: Delivery
  /** Which attempt at sending this is, from 1: a verdict on an earlier one is not news. */
  readonly attempt: number
  /** Why it failed. */
  readonly reason: string | undefined
}

/** A conversation as the page shows it, oldest line first. Values are never changed: each function answers a new one. */
export interface Transcript {
  readonly lines: readonly Line[]
  /** The latest pushes that were taken in, oldest first. */
  readonly eventIds: readonly string[]
}

export const EMPTY: Transcript = { lines: [], eventIds: [] }

/** More than a rejoin replays. */
const REMEMBERED_EVENTS = 500

/** The owner wrote something; `clientId` makes sending it again harmless. */
export function written(transcript: Transcript, clientId: string, content: string, at: number): Transcript {
  const line = stored(clientId, 'owner', content, at, { delivery: 'sending', attempt: 1 })
  return { ...transcript, lines: [...transcript.lines, line] }
}

/** The server has stored the owner's message. */
export function accepted(transcript: Transcript, clientId: string, messageId: string): Transcript {
  const lines = transcript.lines
    .filter((line) => line.messageId !== messageId || line.key === clientId)
    .map((line) =>
      line.key === clientId ? { ...line, messageId, delivery: 'sent' as const, reason: undefined } : line,
    )
  return { ...transcript, lines }
}

/** Attempt number `attempt` at sending the message came to nothing. */
export function failed(transcript: Transcript, clientId: string, attempt: number, reason: string): Transcript {
  return withLine(transcript, clientId, (line) =>
    line.delivery === 'sending' && line.attempt === attempt ? { ...line, delivery: 'failed', reason } : line,
  )
}

/** The owner wants a failed message to be sent again: it moves to the end, for that is where it will be stored. */
export function retried(transcript: Transcript, clientId: string, at: number): Transcript {
  const line = transcript.lines.find(({ key }) => key === clientId)
  if (line?.delivery !== 'failed') return transcript
  const again: Line = { ...line, delivery: 'sending', attempt: line.attempt + 1, reason: undefined, at }
  return { ...transcript, lines: [...transcript.lines.filter(({ key }) => key !== clientId), again] }
}

/** The messages to send when the connection is there again, oldest first. */
export function unsent(transcript: Transcript): readonly Line[] {
  return transcript.lines.filter(({ delivery }) => delivery === 'sending')
}

/** The avatar spoke. */
export function answered(transcript: Transcript, answer: AvatarResponse, now: number): Transcript {
  const { message_id: messageId, event_id: eventId, content, tone, at } = answer
  const more = { messageId, eventId, tone: tone ?? undefined }
  return pushed(transcript, answer, stored(messageId, 'avatar', content, time(at, now), more))
}

/** The owner spoke on another device, or on this one before the connection was lost. */
export function overheard(transcript: Transcript, message: NewMessage, now: number): Transcript {
  const { message_id: messageId, author, content, at } = message
  return pushed(transcript, message, stored(messageId, author, content, time(at, now), { messageId }))
}

/**
 * A page of stored messages, the latest first. Those that are shown already stay where they are; a new one goes behind its
 * predecessor on the page, and to the top when it has none.
 */
export function remembered(transcript: Transcript, page: readonly StoredMessage[]): Transcript {
  const lines = [...transcript.lines]
  let place = 0
  for (const message of page.toReversed()) {
    const known = lines.findIndex(({ messageId }) => messageId === message.id)
    if (known >= 0) {
      place = Math.max(place, known + 1)
      continue
    }
    const line = stored(message.id, message.author, message.content, Date.parse(message.at), {
      messageId: message.id,
      tone: message.tone ?? undefined,
    })
    lines.splice(place++, 0, line)
  }
  return { ...transcript, lines }
}

function pushed(transcript: Transcript, { event_id }: Pushed, line: Line): Transcript {
  if (event_id !== undefined && transcript.eventIds.includes(event_id)) return transcript
  const known = transcript.lines.some(({ messageId }) => messageId === line.messageId)
  return {
    lines: known ? transcript.lines : [...transcript.lines, line],
    eventIds: event_id === undefined ? transcript.eventIds : [...transcript.eventIds, event_id].slice(-REMEMBERED_EVENTS),
  }
}

function withLine(transcript: Transcript, key: string, change: (line: Line) => Line): Transcript {
  return { ...transcript, lines: transcript.lines.map((line) => (line.key === key ? change(line) : line)) }
}

function time(at: string | undefined, now: number): number {
  return at === undefined ? now : Date.parse(at)
}

function stored(key: string, author: Author, content: string, at: number, more: Partial<Line>): Line {
  return {
    key,
    author,
    content,
    at,
    messageId: undefined,
    eventId: undefined,
    tone: undefined,
    delivery: 'sent',
    attempt: 0,
    reason: undefined,
    ...more,
  }
}
