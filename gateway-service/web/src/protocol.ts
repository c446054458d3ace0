/**
 * What travels between the page and the gateway, as the `contracts` module has it: snake_case names, ISO-8601 instants.
 * Quantities say their range; lists of words mirror the enums there, in the same order.
 */

export const HUMOR_STYLES = ['witty', 'sarcastic', 'wholesome', 'dark', 'absurd'] as const
export const LOVE_LANGUAGES = ['words', 'time', 'gifts', 'touch', 'service'] as const
export const ATTACHMENT_STYLES = ['secure', 'anxious', 'avoidant', 'fearful'] as const
export const TRAITS = ['openness', 'conscientiousness', 'extraversion', 'agreeableness', 'neuroticism'] as const
export const NEEDS = ['energy', 'social', 'stimulation', 'comfort'] as const

export type HumorStyle = (typeof HUMOR_STYLES)[number]
export type LoveLanguage = (typeof LOVE_LANGUAGES)[number]
export type AttachmentStyle = (typeof ATTACHMENT_STYLES)[number]
export type Trait = (typeof TRAITS)[number]
export type Need = (typeof NEEDS)[number]

/** Most interests, and most values, that a personality holds. */
export const MAX_TAGS = 20

/** The traits are in [0, 1]. */
export interface Personality extends Record<Trait, number> {
  humor_style: HumorStyle
  love_language: LoveLanguage
  attachment_style: AttachmentStyle
  interests: string[]
  values: string[]
}

export interface Avatar {
  id: string
  name: string
  bio: string
  locale: string
  personality: Personality
  created_at: string
}

export type NewAvatar = Pick<Avatar, 'name' | 'bio' | 'locale' | 'personality'> & {
  /** A UUID: the same one again means the same avatar. */
  client_id: string
}

/** Each in [0, 100]; 100 is fully satisfied. */
export type Needs = Record<Need, number>

/** Each in [0, 1]. */
export type Emotions = Record<string, number>

export interface AvatarState {
  needs: Needs
  /** In [0, 1]. */
  wellbeing: number
  /** In [-1, 1]. */
  mood: number
  mood_label: string
  emotions: Emotions
  dominant_emotion: string
  activity: string
  desire: string
  thought: string | null
  /** The avatar that it talks with. */
  interacting_with?: string | null
  asleep: boolean
  world_time: string
}

/** `partner` is the other avatar of a conversation among avatars. */
export type Author = 'owner' | 'avatar' | 'partner'

/** A stored message, as the history has it: the latest first. */
export interface StoredMessage {
  id: string
  in_reply_to: string | null
  author: Author
  content: string
  tone: string | null
  /** Real time. */
  at: string
}

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

export interface WorldClock {
  world_time: string
  /** World seconds for each real one. */
  scale: number
  running: boolean
}

export interface Account {
  id: string
  email: string
  /** Whether a code that was sent to the address came back. */
  email_confirmed: boolean
  username: string
  display_name: string | null
}

export interface Tokens {
  access_token: string
  refresh_token: string
  /** Seconds until the access token expires. */
  expires_in: number
}

export interface SignedIn extends Tokens {
  account: Account
  /** What this device shows when somebody signs in on it again. */
  device_token?: string
}

export interface NewAccount {
  email: string
  username: string
  password: string
  /** A UUID: the same one again, with the same user name and password, means the same account. */
  client_id: string
}

/** What an account may say of where its owner lives: a BCP 47 tag and a name of the tz database. */
export interface Whereabouts {
  locale: string
  timezone: string
}

export interface SocketToken {
  token: string
  /** Seconds. */
  expires_in: number
}

/** The answer to joining `avatar:<id>`. */
export interface Joined {
  avatar: Avatar
  state: AvatarState | null
  conversation_id: string | null
  /** Who gets what the owner writes, when a language model answers; null when it is not known. */
  model?: { used: boolean; provider: string | null } | null
  /** Each is the push of something that happened, with the name of its event. */
  while_you_were_away?: Happened[]
  /** The place from which a client resumes that has seen no push yet. */
  event_id?: string
}

export interface Pushed {
  /** Every push carries one, so that a rejoin can ask for what came after it. */
  event_id?: string
  /** When it happened, in real time; not every push says so. */
  at?: string
  /** In a digest: how often what reads like this happened; the line is the latest. */
  count?: number
}

export interface AvatarResponse extends Pushed {
  message_id: string
  conversation_id: string
  in_reply_to: string | null
  content: string
  mood: number
  emotions: Emotions | null
  tone: string | null
}

/** What was said that is no answer: by the owner on another device, or in a conversation among avatars. */
export interface NewMessage extends Pushed {
  message_id: string
  conversation_id: string
  author: Author
  content: string
}

/** A turn of a conversation among avatars. */
export interface AvatarTurn extends NewMessage {
  conversation_type: 'avatar'
  with: string
  with_name: string | null
  act: string | null
}

export interface Greeting extends Pushed {
  message_id: string
  conversation_id: string
  content: string
  mood: number
  emotions: Emotions | null
  tone: string | null
  world_time: string
}

export interface Thought extends Pushed {
  content: string
  topic: string
  world_time: string
}

export interface Status extends Pushed {
  activity: string
  asleep: boolean
  interacting_with: string | null
  world_time: string
}

/** What two avatars made of a conversation; the numbers are in [0, 1]. */
export interface Outcome {
  turns: number
  mutual_understanding: number
  host_enjoyment: number
  guest_enjoyment: number
  turning_point: string | null
}

export interface ConversationStarted extends Pushed {
  conversation_id: string
  with: string
  /** Null when it was deleted since. */
  with_name: string | null
  voiced: boolean
  world_time: string
}

export interface ConversationEnded extends Pushed {
  conversation_id: string
  with: string
  /** Null when it did not come about. */
  with_name: string | null
  voiced: boolean
  reason: string
  outcome: Outcome | null
  world_time: string
}

export interface MemoryFormed extends Pushed {
  memory_id: string
  type: string
  content: string
  importance: number
}

export interface RelationshipUpdate extends Pushed {
  /** Null when the other one was deleted. */
  with: string | null
  change: 'formed' | 'changed' | 'ended' | 'milestone'
  status?: string
  previous_status?: string | null
  milestone?: string
  /** Why it ended: the other one was deleted, was blocked, or parted. */
  reason?: string
}

export interface MatchFound extends Pushed {
  avatar_id: string
  /** Missing in matches that were found before names were told. */
  avatar_name?: string | null
  mutual: boolean
  score?: number
}

/** What the avatar does by itself, by the name of the event. */
export interface Happenings {
  avatar_response: AvatarResponse
  greeting: Greeting
  thought: Thought
  status: Status
  conversation_started: ConversationStarted
  conversation_ended: ConversationEnded
  new_message: NewMessage
  memory_formed: MemoryFormed
  relationship_update: RelationshipUpdate
  match_found: MatchFound
}

export type Happened = { [E in keyof Happenings]: Happenings[E] & { event: E } }[keyof Happenings]

/** A conversation as `GET /api/avatars/{id}/conversations` lists it. */
export interface ConversationSummary {
  id: string
  type: 'owner' | 'avatar'
  status: 'active' | 'ended'
  with: string | null
  with_name: string | null
  voiced: boolean
  started_at: string
  ended_at: string | null
  outcome: Outcome | null
}

export interface Match {
  avatar: { id: string; name: string; bio: string }
  /** In (0, 1]. */
  confidence: number
  explanation: string
}

/** One link from what happened to what was done. */
export interface WhyStep {
  kind: string
  text: string
  numbers?: Record<string, number>
}

/** One change of a mind and what led to it. */
export interface WhyChange {
  world_time: string
  steps: WhyStep[]
}

/** The answer of `GET /api/avatars/{id}/why`: the changes in the order in which they happened. */
export interface WhyAnswer {
  items: WhyChange[]
  /** Why there are none. */
  note?: string
}

/** One point of `GET /api/avatars/{id}/history`: the mood in [-1, 1], the needs in [0, 100]. */
export interface HistoryPoint extends Record<Need, number> {
  /** Real time. */
  at: string
  mood: number
}
