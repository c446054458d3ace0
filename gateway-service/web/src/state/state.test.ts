import { describe, expect, it } from 'vitest'
import { isDay, weekdayAndHour, worldTimeAt } from './clock'
import { moodColor, plain, strongest } from './mood'

describe('the world clock', () => {
  const clock = { world_time: '2030-01-01T09:00:00Z', scale: 10, running: true }

  it('runs on between two messages at its own speed', () => {
    expect(worldTimeAt(clock, 1_000, 61_000).toISOString()).toBe('2030-01-01T09:10:00.000Z')
  })

  it('stands still while paused', () => {
    expect(worldTimeAt({ ...clock, running: false }, 1_000, 61_000).toISOString()).toBe('2030-01-01T09:00:00.000Z')
  })

  it('never runs backwards when the real clock does', () => {
    expect(worldTimeAt(clock, 5_000, 1_000).toISOString()).toBe('2030-01-01T09:00:00.000Z')
  })

  it('is told in the world’s own hours', () => {
    expect(weekdayAndHour(new Date('2030-01-01T09:05:00Z'), 'en-GB')).toBe('Tue 09:05')
    expect(isDay(new Date('2030-01-01T09:00:00Z'))).toBe(true)
    expect(isDay(new Date('2030-01-01T23:00:00Z'))).toBe(false)
  })
})

describe('a state', () => {
  it('has a mood colour from blue to gold', () => {
    expect(moodColor(-1)).toBe('hsl(235 58% 50%)')
    expect(moodColor(1)).toBe('hsl(45 58% 50%)')
    expect(moodColor(7)).toBe(moodColor(1))
  })

  it('shows the strongest emotions and not the faint ones', () => {
    expect(strongest({ joy: 0.6, fear: 0.01, love: 0.7, anger: 0.2 }, 3)).toEqual([
      ['love', 0.7],
      ['joy', 0.6],
      ['anger', 0.2],
    ])
    expect(strongest({ joy: 0.6, love: 0.7 }, 1)).toEqual([['love', 0.7]])
  })

  it('is told in plain words', () => {
    expect(plain('wants_something_new')).toBe('wants something new')
  })
})
