import type { WorldClock } from '../protocol'

/** The world's time at `now`, given what the clock said at `heard` (both real, in milliseconds). */
export function worldTimeAt(clock: WorldClock, heard: number, now: number): Date {
  const passed = clock.running ? Math.max(0, now - heard) * clock.scale : 0
  return new Date(Date.parse(clock.world_time) + passed)
}

/** The world has no time zones: its hours are UTC's. */
export function weekdayAndHour(time: Date, locale?: string): string {
  return new Intl.DateTimeFormat(locale, { weekday: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(time)
}

export function isDay(time: Date): boolean {
  const hour = time.getUTCHours()
  return hour >= 6 && hour < 20
}
