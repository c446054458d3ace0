import { NEEDS, type HistoryPoint } from '../protocol'

/** How far back a chart looks, in hours of real time. */
export const RANGES = { '24 h': 24, '7 d': 7 * 24, '30 d': 30 * 24 } as const
export type Range = keyof typeof RANGES

const HOUR_MS = 3_600_000

/** What a chart draws: seconds since 1970, then the mood, then the needs in their order. */
export type Curves = [number[], ...(number | null)[][]]

export function historyPath(avatarId: string, range: Range, now: number): string {
  const from = new Date(now - RANGES[range] * HOUR_MS).toISOString()
  return `/api/avatars/${avatarId}/history?from=${from}`
}

/** Oldest first; a reading that is missing leaves a gap. */
export function curvesOf(points: readonly Partial<HistoryPoint>[]): Curves {
  const sorted = points
    .filter((point) => point.at !== undefined)
    .map((point) => ({ ...point, seconds: Date.parse(point.at!) / 1_000 }))
    .sort((a, b) => a.seconds - b.seconds)
  const curve = (name: 'mood' | (typeof NEEDS)[number]) => sorted.map((point) => point[name] ?? null)
  return [sorted.map(({ seconds }) => seconds), curve('mood'), ...NEEDS.map(curve)]
}

/** The chart in one sentence, for those who do not see it. */
export function inWords(points: readonly Partial<HistoryPoint>[]): string {
  const moods = points.map(({ mood }) => mood).filter((mood) => mood !== undefined)
  if (moods.length === 0) return 'Nothing is known of this time yet.'
  const signed = (mood: number) => `${mood < 0 ? '−' : '+'}${Math.abs(mood).toFixed(2)}`
  return `The mood was between ${signed(Math.min(...moods))} and ${signed(Math.max(...moods))}.`
}
