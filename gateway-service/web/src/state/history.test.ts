import { describe, expect, it } from 'vitest'
import { curvesOf, historyPath, inWords } from './history'

const point = (at: string, mood: number) => ({ at, mood, energy: 50, social: 40, stimulation: 30, comfort: 20 })

describe('a history', () => {
  it('is asked for as far back as wanted', () => {
    expect(historyPath('a1', '24 h', Date.parse('2026-11-02T00:00:00Z'))).toBe('/api/avatars/a1/history?from=2026-11-01T00:00:00.000Z')
  })

  it('is drawn from the oldest point on, with gaps where nothing is known', () => {
    const { comfort: _, ...without } = point('1970-01-01T00:00:01Z', 0.1)

    expect(curvesOf([point('1970-01-01T00:00:02Z', 0.2), without])).toEqual([
      [1, 2],
      [0.1, 0.2],
      [50, 50],
      [40, 40],
      [30, 30],
      [null, 20],
    ])
  })

  it('is told in words, too', () => {
    expect(inWords([point('', -0.5), point('', 0.25)])).toBe('The mood was between −0.50 and +0.25.')
    expect(inWords([])).toBe('Nothing is known of this time yet.')
  })
})
