import type {
  Author,
  AvatarTurn,
  ConversationEnded,
  ConversationStarted,
  ConversationSummary,
  NewMessage,
  StoredMessage,
} from '../protocol'

/** A conversation of the avatar with another one. */
export interface Talk {
  readonly id: string
  readonly with: string
  readonly name: string
  readonly active: boolean
  /** Whether the words come as they are said. */
  readonly voiced: boolean
  /** Why it ended or did not come about; undefined while it goes on, or when it is not known. */
  readonly reason: string | undefined
  /** When it began, in real time, in milliseconds since 1970. */
  readonly at: number
}

export interface Word {
  readonly id: string
  readonly author: Author
  readonly content: string
}

/** The words of conversations by their ids, oldest first. */
export type Words = Readonly<Record<string, readonly Word[]>>

const KEPT = 50

/** What is left of the name of an avatar that was deleted. */
const GONE = 'somebody who is gone'

export function isAmongAvatars(message: NewMessage): message is AvatarTurn {
  return (message as Partial<AvatarTurn>).conversation_type === 'avatar'
}

export function started(talks: readonly Talk[], push: ConversationStarted, now: number): readonly Talk[] {
  const talk: Talk = {
    id: push.conversation_id,
    with: push.with,
    name: push.with_name ?? GONE,
    active: true,
    voiced: push.voiced,
    reason: undefined,
    at: push.at === undefined ? now : Date.parse(push.at),
  }
  return [talk, ...talks.filter(({ id }) => id !== talk.id)].slice(0, KEPT)
}

/** One that never began is listed too, so that its reason is seen. */
export function ended(talks: readonly Talk[], push: ConversationEnded, now: number): readonly Talk[] {
  const known = talks.find(({ id }) => id === push.conversation_id)
  const talk = known ?? started([], { ...push, with_name: push.with_name ?? 'somebody' }, now)[0]!
  const over: Talk = { ...talk, active: false, reason: push.reason }
  return known === undefined ? [over, ...talks].slice(0, KEPT) : talks.map((each) => (each.id === over.id ? over : each))
}

/** A page of stored conversations, the latest first. What was pushed meanwhile is newer and stays. */
export function listed(talks: readonly Talk[], page: readonly ConversationSummary[]): readonly Talk[] {
  const stored = page
    .filter(({ type, id }) => type === 'avatar' && talks.every((talk) => talk.id !== id))
    .map((each) => ({
      id: each.id,
      with: each.with ?? '',
      name: each.with_name ?? GONE,
      active: each.status === 'active',
      voiced: each.voiced,
      reason: undefined,
      at: Date.parse(each.started_at),
    }))
  return [...talks, ...stored].sort((a, b) => b.at - a.at).slice(0, KEPT)
}

export function said(words: Words, turn: AvatarTurn): Words {
  const { conversation_id: id, message_id, author, content } = turn
  const before = words[id] ?? []
  if (before.some((word) => word.id === message_id)) return words
  return { ...words, [id]: [...before, { id: message_id, author, content }] }
}

/** The stored words of a conversation, the latest first, before those that came meanwhile. */
export function read(words: Words, id: string, page: readonly StoredMessage[]): Words {
  const stored = page.toReversed().map((each) => ({ id: each.id, author: each.author, content: each.content }))
  const newer = (words[id] ?? []).filter((word) => stored.every((each) => each.id !== word.id))
  return { ...words, [id]: [...stored, ...newer] }
}
