import type { Channel } from 'phoenix'
import type { WorldClock } from '../protocol'
import type { Connection } from '../room/connection.svelte'
import { worldTimeAt } from './clock'

/** The world's time, running on between the messages of `world:clock`. */
export class Clock {
  now = $state.raw<Date>()
  running = $state(true)

  readonly #channel: Channel
  readonly #timer: ReturnType<typeof setInterval>
  #clock: WorldClock | undefined
  #heard = 0

  constructor(connection: Connection) {
    this.#channel = connection.socket.channel('world:clock', {})
    this.#channel.on('time_update', (clock: Partial<WorldClock>) => this.#hear(clock))
    this.#channel.join().receive('ok', (clock: WorldClock) => this.#hear(clock))
    this.#timer = setInterval(() => this.#show(), 1_000)
  }

  leave(): void {
    clearInterval(this.#timer)
    this.#channel.leave()
  }

  #hear(clock: Partial<WorldClock>): void {
    this.#clock = { world_time: '', scale: 1, running: true, ...this.#clock, ...clock }
    this.#heard = Date.now()
    this.#show()
  }

  #show(): void {
    if (this.#clock === undefined) return
    this.now = worldTimeAt(this.#clock, this.#heard, Date.now())
    this.running = this.#clock.running
  }
}
