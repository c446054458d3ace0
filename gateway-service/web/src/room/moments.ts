import type { Happened } from '../protocol'
import { plain } from '../state/mood'

/** Something in an avatar's life that its owner may want to know, in one sentence. */
export interface Moment {
  readonly key: string
  /** What the reasons are asked for by. */
  readonly eventId: string | undefined
  readonly event: Happened['event']
  readonly text: string
  /** Real time, in milliseconds since 1970. */
  readonly at: number
}

const KEPT = 30

/** The moment of a push; undefined when the page shows it elsewhere. `nameOf` tells the name of another avatar. */
export function momentOf(happened: Happened, nameOf: (id: string) => string, now: number): Moment | undefined {
  const text = sentence(happened, nameOf)
  if (text === undefined) return undefined
  const { event, event_id: eventId, at, count = 1 } = happened
  const told = count > 1 ? `${text} (${count} times)` : text
  return { key: eventId ?? `${event}-${now}`, eventId, event, text: told, at: at === undefined ? now : Date.parse(at) }
}

/** The latest first, each once. */
export function withMoment(moments: readonly Moment[], moment: Moment): readonly Moment[] {
  if (moments.some(({ key }) => key === moment.key)) return moments
  return [moment, ...moments].slice(0, KEPT)
}

function sentence(happened: Happened, nameOf: (id: string) => string): string | undefined {
  switch (happened.event) {
    case 'thought':
      return `Thought: ${happened.content}`
    case 'avatar_response':
      return `Told you: ${happened.content}`
    case 'conversation_started':
      return `Began to talk with ${happened.with_name ?? nameOf(happened.with)}.`
    case 'conversation_ended':
      return end(happened, happened.with_name ?? nameOf(happened.with))
    case 'memory_formed':
      return `Will remember: ${happened.content}`
    case 'relationship_update':
      return bond(happened, happened.with === null ? 'somebody who is gone' : nameOf(happened.with))
    case 'match_found':
      return match(happened, happened.avatar_name ?? nameOf(happened.avatar_id))
    case 'greeting':
    case 'status':
    case 'new_message':
      return undefined
  }
}

function end({ outcome, reason }: Extract<Happened, { event: 'conversation_ended' }>, name: string): string {
  return outcome === null
    ? `Did not talk with ${name}: ${plain(reason)}.`
    : `Talked with ${name}${verdict(outcome.mutual_understanding)}.`
}

function match({ mutual }: Extract<Happened, { event: 'match_found' }>, name: string): string {
  return mutual ? `${name} likes back.` : `${name} could be a good match.`
}

function verdict(understanding: number): string {
  if (understanding >= 0.6) return ', and they understood each other well'
  return understanding < 0.3 ? ', past each other' : ''
}

function bond(update: Extract<Happened, { event: 'relationship_update' }>, name: string): string | undefined {
  switch (update.change) {
    case 'formed':
      return `Met ${name}.`
    case 'ended':
      return `Nothing is between it and ${name} any more.`
    case 'milestone':
      return `With ${name}: ${plain(update.milestone ?? 'something new')}.`
    case 'changed':
      return update.status === update.previous_status ? undefined : `With ${name}, now: ${plain(update.status ?? 'something else')}.`
  }
}
