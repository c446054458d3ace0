import type { Channel } from 'phoenix'
import type { Client } from '../api/client'
import { Problem } from '../api/problem'
import { newClientId } from '../api/clientId'
import * as chat from '../chat/transcript'
import type {
  Avatar,
  AvatarResponse,
  AvatarState,
  Greeting,
  Happened,
  Joined,
  NewMessage,
  Page,
  Pushed,
  StoredMessage,
} from '../protocol'
import type { Connection } from './connection.svelte'
import { LIFE_EVENTS, Life } from './life.svelte'

export type History = 'loading' | 'more' | 'complete' | 'failed'

const PAGE = 50
const REPLY_DEADLINE_MS = 10_000
/** A new avatar is alive within about a second; until then it has no state. */
const ASK_AGAIN_MS = 1_000
/** The dots go away by themselves when no answer comes. */
const TYPING_MS = 20_000

/** One avatar's room: its chat with the owner and its live state. */
export class Room {
  avatar = $state.raw<Avatar>()
  mind = $state.raw<AvatarState>()
  transcript = $state.raw(chat.EMPTY)
  /** The host that gets what is written here, when a language model answers. */
  provider = $state<string>()
  /** What the avatar has said so far of an answer that is still coming. */
  draft = $state('')
  typing = $state(false)
  joined = $state(false)
  history = $state<History>('loading')
  /** The room cannot be entered: the avatar does not exist or is another owner's. */
  closed = $state(false)
  /** Something the avatar's side could not do. */
  complaint = $state<string>()

  /** What the avatar does by itself. */
  readonly life: Life

  readonly #client: Client
  readonly #channel: Channel
  #conversationId: string | undefined
  #lastEventId: string | undefined
  #nextCursor: string | null = null
  #typingTimer: ReturnType<typeof setTimeout> | undefined
  #stateTimer: ReturnType<typeof setTimeout> | undefined

  constructor(client: Client, connection: Connection, avatarId: string) {
    this.#client = client
    this.life = new Life(client, avatarId, (event, payload) => this.#ask(event, payload))
    this.#channel = connection.socket.channel(`avatar:${avatarId}`, () =>
      this.#lastEventId === undefined ? {} : { last_event_id: this.#lastEventId },
    )
    this.#listen()
    this.#channel
      .join()
      .receive('ok', (joined: Joined) => this.#entered(joined))
      .receive('error', ({ reason }: { reason?: string }) => this.#turnedAway(reason))
  }

  leave(): void {
    clearTimeout(this.#typingTimer)
    clearTimeout(this.#stateTimer)
    this.life.leave()
    this.#channel.leave()
  }

  send(content: string): void {
    const clientId = newClientId()
    this.transcript = chat.written(this.transcript, clientId, content, Date.now())
    this.#post(clientId)
  }

  retry(clientId: string): void {
    this.transcript = chat.retried(this.transcript, clientId, Date.now())
    this.#post(clientId)
  }

  async loadEarlier(): Promise<void> {
    if (this.#nextCursor !== null || this.history === 'failed') await this.#load(this.#nextCursor)
  }

  #listen(): void {
    this.#on('avatar_typing', () => this.#showTyping(true))
    this.#on<{ content: string } & Pushed>('avatar_response_delta', ({ content }) => (this.draft += content))
    this.#on<AvatarResponse>('avatar_response', (answer) => {
      this.#showTyping(false)
      this.#conversationId ??= answer.conversation_id
      this.transcript = chat.answered(this.transcript, answer, Date.now())
    })
    this.#on<NewMessage>('new_message', (message) => {
      // Its talks with other avatars are not for the chat.
      if (message.conversation_id !== this.#conversationId) return this.life.hear({ ...message, event: 'new_message' })
      this.transcript = chat.overheard(this.transcript, message, Date.now())
    })
    for (const event of LIFE_EVENTS) this.#on(event, (payload) => this.life.hear({ ...payload, event } as Happened))
    // A greeting is a message of the chat, too.
    this.#on<Greeting>('greeting', (greeting) => {
      this.life.hear({ ...greeting, event: 'greeting' })
      this.transcript = chat.answered(this.transcript, { ...greeting, in_reply_to: null }, Date.now())
    })
    for (const event of ['state', 'state_update']) this.#on<AvatarState & Pushed>(event, (mind) => (this.mind = mind))
    this.#on<{ message?: string } & Pushed>('error', ({ message }) => (this.complaint = message ?? 'That did not work.'))
    this.#channel.onError(() => {
      this.joined = false
    })
  }

  #on<T extends Pushed>(event: string, take: (payload: T) => void): void {
    this.#channel.on(event, (payload: T) => {
      this.#lastEventId = payload.event_id ?? this.#lastEventId
      take(payload)
    })
  }

  #entered({ avatar, state, conversation_id, model, event_id, while_you_were_away: news = [] }: Joined): void {
    this.joined = true
    this.#lastEventId ??= event_id
    if (news.length > 0) this.life.wasAway(news)
    void this.life.loadTalks()
    this.avatar = avatar
    this.provider = (model?.used && model.provider) || undefined
    this.mind = state ?? this.mind
    this.#conversationId = conversation_id ?? this.#conversationId
    for (const line of chat.unsent(this.transcript)) this.#post(line.key)
    this.#askForState()
    void this.#load(null)
  }

  #askForState(): void {
    clearTimeout(this.#stateTimer)
    this.#stateTimer = setTimeout(() => {
      if (this.mind !== undefined || this.#channel.state !== 'joined') return
      this.#channel.push('get_state', {})
      this.#askForState()
    }, ASK_AGAIN_MS)
  }

  #turnedAway(reason: string | undefined): void {
    if (reason !== 'not_found' && reason !== 'not_your_avatar') return
    this.closed = true
    this.#channel.leave()
  }

  /** Sends a written message; while there is no connection it waits for the next join. */
  #post(clientId: string): void {
    const line = this.transcript.lines.find(({ key }) => key === clientId)
    if (line === undefined || this.#channel.state !== 'joined') return
    const fail = (why: string) => {
      this.transcript = chat.failed(this.transcript, clientId, line.attempt, why)
    }
    this.#channel
      .push('message', { content: line.content, client_id: clientId }, REPLY_DEADLINE_MS)
      .receive('ok', ({ message_id }: { message_id: string }) => {
        this.transcript = chat.accepted(this.transcript, clientId, message_id)
      })
      .receive('error', (refusal: { reason?: string; message?: string }) => fail(refusal.message ?? words(refusal.reason)))
      .receive('timeout', () => {
        if (this.#channel.state === 'joined') fail('No answer from the server.')
      })
  }

  #ask(event: string, payload: object): Promise<unknown> {
    return new Promise((answer, fail) => {
      this.#channel
        .push(event, payload, REPLY_DEADLINE_MS)
        .receive('ok', answer)
        .receive('error', (refusal: { reason?: string; message?: string }) =>
          fail(new Problem(400, refusal.message ?? `That was refused: ${(refusal.reason ?? 'for no reason given').replaceAll('_', ' ')}.`)),
        )
        .receive('timeout', () => fail(new Problem(504, 'No answer from the server.')))
    })
  }

  async #load(cursor: string | null): Promise<void> {
    if (this.#conversationId === undefined) {
      this.history = 'complete'
      return
    }
    const older = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const first = this.transcript.lines.every(({ messageId }) => messageId === undefined)
    try {
      if (first || cursor !== null) this.history = 'loading'
      const path = `/api/conversations/${this.#conversationId}/messages?limit=${PAGE}${older}`
      const page = await this.#client.get<Page<StoredMessage>>(path)
      this.transcript = chat.remembered(this.transcript, page.items)
      // A rejoin reads the newest page again; how far back the owner has read stays as it was.
      if (first || cursor !== null) this.#nextCursor = page.next_cursor
      this.history = this.#nextCursor === null ? 'complete' : 'more'
    } catch {
      this.history = 'failed'
    }
  }

  #showTyping(typing: boolean): void {
    clearTimeout(this.#typingTimer)
    this.typing = typing
    this.draft = ''
    if (typing) this.#typingTimer = setTimeout(() => (this.typing = false), TYPING_MS)
  }
}

function words(reason: string | undefined): string {
  return reason === undefined ? 'The message was refused.' : `The message was refused: ${reason.replaceAll('_', ' ')}.`
}
