/** The places of the page. They live behind the `#`, so that any static server can serve them. */
export type Place = { at: 'avatars' } | { at: 'create' } | { at: 'room'; avatarId: string }

const ROOM = /^#\/avatars\/([0-9a-fA-F-]{36})$/

export function placeOf(hash: string): Place {
  const room = ROOM.exec(hash)
  if (room !== null) return { at: 'room', avatarId: room[1]!.toLowerCase() }
  return hash === '#/create' ? { at: 'create' } : { at: 'avatars' }
}

export const hrefOf = {
  avatars: '#/',
  create: '#/create',
  room: (avatarId: string) => `#/avatars/${avatarId}`,
}

/** Where the owner is now. */
export class Route {
  place = $state.raw<Place>(placeOf(location.hash))

  constructor() {
    addEventListener('hashchange', () => (this.place = placeOf(location.hash)))
  }
}
