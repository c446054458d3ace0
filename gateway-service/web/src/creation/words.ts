import type { AttachmentStyle, HumorStyle, LoveLanguage, Trait } from '../protocol'

interface TraitWords {
  readonly name: string
  readonly low: string
  readonly high: string
  /** Five steps from 0 to 1. */
  readonly steps: readonly [string, string, string, string, string]
}

/** The Big Five in plain words. Neuroticism is shown as what it feels like, and keeps its direction. */
export const TRAIT_WORDS: Readonly<Record<Trait, TraitWords>> = {
  openness: {
    name: 'Openness',
    low: 'likes the familiar',
    high: 'hungry for the new',
    steps: ['Happy with what is known', 'Practical', 'Curious now and then', 'Imaginative', 'Curious about everything'],
  },
  conscientiousness: {
    name: 'Conscientiousness',
    low: 'spontaneous',
    high: 'organised',
    steps: ['Lives by the moment', 'Easy-going', 'Tidy enough', 'Reliable', 'Plans everything'],
  },
  extraversion: {
    name: 'Extraversion',
    low: 'reserved',
    high: 'outgoing',
    steps: ['Happiest alone', 'Quiet', 'Sociable at times', 'Outgoing', 'Lives for company'],
  },
  agreeableness: {
    name: 'Agreeableness',
    low: 'competitive',
    high: 'cooperative',
    steps: ['Blunt and competitive', 'Sceptical', 'Fair', 'Warm', 'Trusts everybody'],
  },
  neuroticism: {
    name: 'Sensitivity',
    low: 'resilient',
    high: 'anxious',
    steps: ['Nothing shakes it', 'Calm', 'Has its ups and downs', 'Easily worried', 'Feels everything deeply'],
  },
}

export const HUMOR_WORDS: Readonly<Record<HumorStyle, string>> = {
  witty: 'quick and clever',
  sarcastic: 'says the opposite, with a raised eyebrow',
  wholesome: 'kind jokes that hurt nobody',
  dark: 'laughs where others look away',
  absurd: 'the less sense, the better',
}

export const LOVE_WORDS: Readonly<Record<LoveLanguage, string>> = {
  words: 'says it, and wants to hear it',
  time: 'gives and wants undivided attention',
  gifts: 'little things that say “I thought of you”',
  touch: 'a hug says more than a letter',
  service: 'shows love by helping out',
}

export const ATTACHMENT_WORDS: Readonly<Record<AttachmentStyle, string>> = {
  secure: 'at ease with closeness and with being alone',
  anxious: 'needs closeness, and fears to lose it',
  avoidant: 'keeps its distance and its freedom',
  fearful: 'longs for closeness, and is afraid of it',
}

export const INTERESTS = ['music', 'astronomy', 'cooking', 'hiking', 'philosophy', 'cinema', 'gardening', 'games', 'history', 'dancing']
export const VALUES = ['honesty', 'freedom', 'family', 'growth', 'kindness', 'adventure', 'justice', 'connection']

/** The languages that avatars speak, by their BCP 47 tags. */
export const LOCALES: readonly (readonly [string, string])[] = [
  ['en', 'English'],
  ['de', 'Deutsch'],
  ['es', 'Español'],
  ['pt-BR', 'Português (Brasil)'],
]

/** The avatars' language for somebody who reads `language`; English when they do not speak it. */
export function localeFor(language: string): string {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0]
  return LOCALES.find(([tag]) => primary(tag) === primary(language))?.[0] ?? 'en'
}

export function traitStep(trait: Trait, value: number): string {
  const { steps } = TRAIT_WORDS[trait]
  return steps[Math.min(4, Math.floor(value * 5))]!
}
