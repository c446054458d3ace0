import { expect, it } from 'vitest'
import type { Personality } from '../protocol'
import { HAIR_STYLES, featuresOf } from './features'

const luna: Personality = {
  openness: 0.85,
  conscientiousness: 0.6,
  extraversion: 0.4,
  agreeableness: 0.75,
  neuroticism: 0.3,
  humor_style: 'witty',
  love_language: 'words',
  attachment_style: 'secure',
  interests: [],
  values: [],
}

it('the same avatar always looks the same', () => {
  expect(featuresOf('0191-luna', luna)).toEqual(featuresOf('0191-luna', luna))
})

it('different avatars look different', () => {
  const looks = new Set(Array.from({ length: 100 }, (_, n) => JSON.stringify(featuresOf(`avatar-${n}`, luna))))

  expect(looks.size).toBeGreaterThan(95)
})

it('every hair style is somebody’s', () => {
  const styles = new Set(Array.from({ length: 200 }, (_, n) => featuresOf(`avatar-${n}`, luna).hairStyle))

  expect(styles.size).toBe(HAIR_STYLES)
})

it('an anxious avatar looks more worried than a calm one', () => {
  const calm = featuresOf('x', { ...luna, neuroticism: 0 })
  const anxious = featuresOf('x', { ...luna, neuroticism: 1 })

  expect(anxious.brows).toBeGreaterThan(calm.brows)
})
