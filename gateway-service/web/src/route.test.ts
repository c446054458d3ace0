import { expect, it } from 'vitest'
import { hrefOf, placeOf } from './route.svelte'

const ID = '01931f6e-0000-7000-8000-0123456789ab'

it('a place survives being written into the address and read back', () => {
  expect(placeOf(hrefOf.room(ID))).toEqual({ at: 'room', avatarId: ID })
  expect(placeOf(hrefOf.create)).toEqual({ at: 'create' })
  expect(placeOf(hrefOf.avatars)).toEqual({ at: 'avatars' })
})

it('an address that leads nowhere leads home', () => {
  expect(placeOf('')).toEqual({ at: 'avatars' })
  expect(placeOf('#/avatars/../../etc')).toEqual({ at: 'avatars' })
})
