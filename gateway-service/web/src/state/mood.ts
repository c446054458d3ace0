/** A colour for a mood in [-1, 1], from blue (low) by green to gold (high); clear on light and on dark ground. */
export function moodColor(mood: number): string {
  const clamped = Math.max(-1, Math.min(1, mood))
  return `hsl(${Math.round(140 - 95 * clamped)} 58% 50%)`
}

/** A word of the protocol, such as `in_conversation`, for people. */
export function plain(word: string): string {
  return word.replaceAll('_', ' ')
}

/** The strongest emotions, strongest first; those that are hardly felt are left out. */
export function strongest(emotions: Readonly<Record<string, number>>, count: number): [string, number][] {
  return Object.entries(emotions)
    .filter(([, strength]) => strength >= 0.05)
    .sort(([, a], [, b]) => b - a)
    .slice(0, count)
}
