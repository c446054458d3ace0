import type { Client } from '../api/client'
import { messageOf } from '../api/problem'
import type { ConversationSummary, Greeting, Happened, Match, Page, Status, StoredMessage } from '../protocol'
import { momentOf, withMoment, type Moment } from './moments'
import * as talks from './talks'

/** Asks something of the avatar over its topic; fails with a sentence for people. */
export type Ask = (event: string, payload: object) => Promise<unknown>

/** Somebody the avatar could talk with. */
export interface Candidate {
  id: string
  name: string
}

/** The pushes that a life is made of; greetings and turns of conversations come by way of the chat. */
export const LIFE_EVENTS = [
  'thought',
  'status',
  'conversation_started',
  'conversation_ended',
  'memory_formed',
  'relationship_update',
  'match_found',
] as const

/** How long a thought hangs in the air. */
const THOUGHT_MS = 20_000
const PAGE = 50

/** What one avatar does by itself. */
export class Life {
  #news = $state.raw<readonly Happened[]>([])
  /** What it does, when it changed since the room was entered. */
  status = $state.raw<Status>()
  /** The thought that hangs in the air. */
  thought = $state.raw<Moment>()
  greeting = $state.raw<Greeting>()
  /** What happened while the owner was away, oldest first; names are filled in as they become known. */
  readonly meanwhile = $derived.by(() =>
    this.#news.map((line) => momentOf(line, this.nameOf, 0)).filter((moment) => moment !== undefined),
  )
  /** What happens since, the latest first. */
  moments = $state.raw<readonly Moment[]>([])
  talks = $state.raw<readonly talks.Talk[]>([])
  words = $state.raw<talks.Words>({})
  candidates = $state.raw<readonly Candidate[]>()
  /** Why the latest wish came to nothing. */
  complaint = $state<string>()

  readonly #client: Client
  readonly #path: string
  readonly #ask: Ask
  #thoughtTimer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, avatarId: string, ask: Ask) {
    this.#client = client
    this.#path = `/api/avatars/${avatarId}`
    this.#ask = ask
  }

  leave(): void {
    clearTimeout(this.#thoughtTimer)
  }

  hear(told: Happened): void {
    const happened = this.#named(told)
    const now = Date.now()
    if (happened.event === 'status') this.status = happened
    else if (happened.event === 'greeting') this.greeting = happened
    else if (happened.event === 'conversation_started') this.talks = talks.started(this.talks, happened, now)
    else if (happened.event === 'conversation_ended') this.talks = talks.ended(this.talks, happened, now)
    else if (happened.event === 'new_message' && talks.isAmongAvatars(happened)) this.words = talks.said(this.words, happened)
    const moment = momentOf(happened, this.nameOf, now)
    if (moment === undefined) return
    this.moments = withMoment(this.moments, moment)
    if (moment.event === 'thought') this.#think(moment)
  }

  /** What a join told of the owner's absence. */
  wasAway(lines: readonly Happened[]): void {
    this.#news = lines
  }

  readonly nameOf = (id: string): string =>
    this.talks.find((talk) => talk.with === id)?.name ?? this.candidates?.find((each) => each.id === id)?.name ?? 'another avatar'

  async loadTalks(): Promise<void> {
    try {
      const page = await this.#client.get<Page<ConversationSummary>>(`${this.#path}/conversations?type=avatar&limit=${PAGE}`)
      this.talks = talks.listed(this.talks, page.items)
    } catch {
      // The panel shows what comes live; the list is read again when the room is entered again.
    }
  }

  async readTalk(id: string): Promise<void> {
    try {
      const page = await this.#client.get<Page<StoredMessage>>(`/api/conversations/${id}/messages?limit=${PAGE}`)
      this.words = talks.read(this.words, id, page.items)
      this.complaint = undefined
    } catch (error) {
      this.complaint = messageOf(error)
    }
  }

  /** Matches, and those it has talked with. */
  async findCandidates(): Promise<void> {
    const found = new Map(this.talks.filter((talk) => talk.with !== '').map((talk) => [talk.with, talk.name]))
    try {
      const matches = await this.#client.get<Page<Match>>(`${this.#path}/matches?limit=20`)
      for (const { avatar } of matches.items) found.set(avatar.id, avatar.name)
    } catch (error) {
      if (found.size === 0) this.complaint = messageOf(error)
    }
    this.candidates = [...found].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
  }

  talkWith = (id: string): Promise<void> => this.#wish('start_conversation', { other_avatar_id: id })
  endTalk = (id: string): Promise<void> => this.#wish('end_conversation', { conversation_id: id })
  think = (): Promise<void> => this.#wish('trigger_thought', {})

  async #wish(event: string, payload: object): Promise<void> {
    this.complaint = undefined
    try {
      await this.#ask(event, payload)
    } catch (error) {
      this.complaint = messageOf(error)
    }
  }

  /** Whoever did not come to a talk is named as the owner knows them. */
  #named(told: Happened): Happened {
    return told.event === 'conversation_ended' ? { ...told, with_name: told.with_name ?? this.nameOf(told.with) } : told
  }

  #think(thought: Moment): void {
    clearTimeout(this.#thoughtTimer)
    this.thought = thought
    this.#thoughtTimer = setTimeout(() => (this.thought = undefined), THOUGHT_MS)
  }
}
