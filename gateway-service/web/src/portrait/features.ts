import type { Personality } from '../protocol'

/** How an avatar looks. Everything follows from its id and personality, so it looks the same everywhere and for ever. */
export interface Features {
  /** Background, skin, hair and clothes as CSS colours. */
  readonly backdrop: string
  readonly glow: string
  readonly skin: string
  readonly hair: string
  readonly clothes: string
  /** Which of the hair styles, from 0. */
  readonly hairStyle: number
  readonly extra: Extra
  /** Size of the eyes: 1 is average. */
  readonly eyes: number
  /** Slope of the brows in degrees: positive looks worried, negative determined. */
  readonly brows: number
  readonly cheeks: boolean
}

export const EXTRAS = ['none', 'glasses', 'freckles', 'earrings', 'none'] as const
export type Extra = (typeof EXTRAS)[number]
export const HAIR_STYLES = 6

const SKINS = ['#f7d7c4', '#eebf9f', '#d99e78', '#b97a56', '#8d5a3b', '#6a412b']
const HAIRS = ['#2b211e', '#4a3128', '#7a4a2b', '#b5793f', '#d9a856', '#8f8a99', '#9b3d3d', '#3c5a78']

export function featuresOf(id: string, personality: Personality): Features {
  const draw = drawsFrom(id)
  // Openness spreads the colours, extraversion brightens them.
  const hue = Math.floor(draw() * 360)
  const saturation = Math.round(30 + 35 * personality.openness)
  const lightness = Math.round(62 + 14 * personality.extraversion)
  const turn = hue + 40 + 120 * personality.openness
  return {
    backdrop: `hsl(${hue} ${saturation}% ${lightness}%)`,
    glow: `hsl(${Math.round(turn) % 360} ${saturation}% ${lightness + 8}%)`,
    skin: pick(SKINS, draw()),
    hair: pick(HAIRS, draw()),
    clothes: `hsl(${(hue + 180) % 360} ${saturation}% 40%)`,
    hairStyle: Math.floor(draw() * HAIR_STYLES),
    extra: pick(EXTRAS, draw()),
    eyes: 0.85 + 0.35 * personality.extraversion,
    brows: 16 * (personality.neuroticism - 0.5) - 8 * (personality.conscientiousness - 0.5),
    cheeks: personality.agreeableness > 0.55,
  }
}

function pick<T>(choices: readonly T[], draw: number): T {
  return choices[Math.floor(draw * choices.length)]!
}

/** Numbers in [0, 1) that follow from the text: FNV-1a (Fowler, Noll and Vo 1991) seeds mulberry32 (Ettinger 2017). */
function drawsFrom(text: string): () => number {
  let state = 0x811c9dc5
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let z = Math.imul(state ^ (state >>> 15), state | 1)
    z ^= z + Math.imul(z ^ (z >>> 7), z | 61)
    return ((z ^ (z >>> 14)) >>> 0) / 2 ** 32
  }
}
