import { expect, it } from 'vitest'
import { TRAITS } from '../protocol'
import { TRAIT_WORDS, localeFor, traitStep } from './words'

it('a trait has a word for every value, and its five words are used', () => {
  for (const trait of TRAITS) {
    const used = new Set(Array.from({ length: 101 }, (_, n) => traitStep(trait, n / 100)))

    expect([...used]).toEqual(TRAIT_WORDS[trait].steps)
  }
})

it('the language offered first is the visitor’s own, or English', () => {
  expect(localeFor('de-AT')).toBe('de')
  expect(localeFor('pt-PT')).toBe('pt-BR')
  expect(localeFor('fi')).toBe('en')
})
