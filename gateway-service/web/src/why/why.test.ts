import { describe, expect, it } from 'vitest'
import type { Client } from '../api/client'
import { Problem } from '../api/problem'
import { told, Why } from './why.svelte'

describe('the reasons of an event', () => {
  const asking = (answer: () => unknown) => {
    const paths: string[] = []
    const client = { get: async (path: string) => (paths.push(path), answer()) } as unknown as Client
    return { why: new Why(client, 'a1'), paths }
  }

  it('are a chain of steps for each change', async () => {
    const { why, paths } = asking(() => ({ items: [{ world_time: '', steps: [{ kind: 'event', text: 'Its owner wrote.' }] }] }))

    await why.ask('4-x')

    expect(paths).toEqual(['/api/avatars/a1/why?event=4-x'])
    expect(why.changes).toMatchObject([{ steps: [{ text: 'Its owner wrote.' }] }])
  })

  it('may be none, and then there is a note', async () => {
    const { why } = asking(() => ({ items: [], note: 'It was chance.' }))

    await why.ask('4-x')

    expect([why.changes, why.note]).toEqual([[], 'It was chance.'])
  })

  it('that come late do not show under another event', async () => {
    let answerFirst = (_: unknown) => {}
    const answers = [new Promise((resolve) => (answerFirst = resolve)), Promise.resolve({ items: [], note: 'second' })]
    const { why } = asking(() => answers.shift())

    const first = why.ask('1-x')
    await why.ask('2-x')
    answerFirst({ items: [], note: 'first' })
    await first

    expect(why.note).toBe('second')
  })

  it('that cannot be had are said to be so', async () => {
    const { why } = asking(() => {
      throw new Problem(404, 'That is not known.')
    })

    await why.ask('4-x')

    expect(why.problem).toBe('That is not known.')
  })

  it('have numbers that people can read', () => {
    expect(told({ mood_before: -0.256, turns: 3 })).toBe('mood before −0.26 · turns 3')
    expect(told()).toBe('')
  })
})
