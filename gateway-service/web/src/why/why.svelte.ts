import type { Client } from '../api/client'
import { messageOf } from '../api/problem'
import type { WhyAnswer, WhyChange } from '../protocol'

/** Asks for the reasons of one event at a time. */
export class Why {
  /** The event whose reasons are shown. */
  eventId = $state<string>()
  /** What changed in the mind, and what led to it; undefined while it is being worked out. */
  changes = $state.raw<readonly WhyChange[]>()
  note = $state<string>()
  problem = $state<string>()

  readonly #client: Client
  readonly #path: string

  constructor(client: Client, avatarId: string) {
    this.#client = client
    this.#path = `/api/avatars/${avatarId}/why`
  }

  readonly ask = async (eventId: string): Promise<void> => {
    this.close()
    this.eventId = eventId
    try {
      const answer = await this.#client.get<WhyAnswer>(`${this.#path}?event=${encodeURIComponent(eventId)}`)
      if (this.eventId === eventId) this.#show(answer)
    } catch (error) {
      if (this.eventId === eventId) this.problem = messageOf(error)
    }
  }

  close(): void {
    this.eventId = undefined
    this.changes = undefined
    this.note = undefined
    this.problem = undefined
  }

  #show(answer: WhyAnswer): void {
    this.changes = answer.items
    this.note = answer.note
  }
}

/** The numbers of a step as people read them, such as `joy 0.42`. */
export function told(numbers: Readonly<Record<string, number>> = {}): string {
  return Object.entries(numbers)
    .map(([name, value]) => `${name.replaceAll('_', ' ')} ${rounded(value)}`)
    .join(' · ')
}

function rounded(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(2).replace('-', '−')
}
