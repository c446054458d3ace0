import { describe, expect, it, vi } from 'vitest'
import type { Client } from '../api/client'
import { Problem } from '../api/problem'
import { Connection, type LiveSocket } from './connection.svelte'

type Answer = string | Problem

/** A gateway that gives out socket tokens, and a socket whose fate the test decides. */
function world(...answers: Answer[]) {
  const used: string[] = []
  let opened = () => {}
  let closed = () => {}
  let token = () => ''
  const socket = {
    connect: vi.fn(),
    disconnect: vi.fn(),
    onOpen: (callback: () => void) => ((opened = callback), '1'),
    onClose: (callback: () => void) => ((closed = callback), '2'),
    channel: () => {
      throw new Error('not in these tests')
    },
  }
  const client = {
    post: async () => {
      const answer = answers.shift()
      if (answer === undefined) throw new Error('asked once more than expected')
      if (answer instanceof Problem) throw answer
      return { token: answer, expires_in: 60 }
    },
  } as unknown as Client
  const connection = new Connection(client, (ask) => ((token = ask), socket as unknown as LiveSocket))
  const settled = () => new Promise((resolve) => setTimeout(resolve))
  return {
    connection,
    socket,
    left: answers,
    attempt: () => used.push(token()),
    used,
    opens: () => opened(),
    closes: async () => {
      closed()
      await settled()
    },
  }
}

describe('a live connection', () => {
  it('opens with a token of the gateway', async () => {
    const { connection, socket, attempt, used, opens } = world('t1')

    await connection.open()
    attempt()
    opens()

    expect(socket.connect).toHaveBeenCalledOnce()
    expect(used).toEqual(['t1'])
    expect(connection.status).toBe('online')
  })

  it('that breaks is restored with the same token', async () => {
    const { connection, closes, opens, left } = world('t1', 't2')
    await connection.open()
    opens()

    await closes()

    expect(connection.status).toBe('offline')
    expect(left).toEqual(['t2'])
  })

  it('whose token is refused tries again with a new one', async () => {
    const { connection, closes, opens, attempt, used } = world('t1', 't2')
    await connection.open()
    opens()
    await closes()
    await closes()

    attempt()
    opens()

    expect(used).toEqual(['t2'])
    expect(connection.status).toBe('online')
  })

  it('stops for good when nobody is signed in any more', async () => {
    const { connection, closes, opens, socket } = world('t1', new Problem(401, 'over'))
    await connection.open()
    opens()
    await closes()

    await closes()

    expect(connection.status).toBe('closed')
    expect(socket.disconnect).toHaveBeenCalledOnce()
  })

  it('goes on while the server cannot be reached', async () => {
    const { connection, closes, opens, socket } = world('t1', ...Array.from({ length: 20 }, () => Problem.offline()))
    await connection.open()
    opens()

    for (let attempt = 0; attempt < 20; attempt++) await closes()

    expect(connection.status).toBe('offline')
    expect(socket.disconnect).not.toHaveBeenCalled()
  })

  it('stops when the server keeps refusing fresh tokens, and can be tried again', async () => {
    const { connection, closes, socket, opens } = world('t1', 't2', 't3', 't4', 't5', 't6', 't7')
    await connection.open()

    for (let attempt = 0; attempt < 5; attempt++) await closes()

    expect(connection.status).toBe('refused')
    expect(socket.disconnect).toHaveBeenCalledOnce()

    await connection.open()
    opens()
    expect(connection.status).toBe('online')
  })

  it('is not opened when nobody is signed in', async () => {
    const { connection, socket } = world(new Problem(401, 'over'))

    await connection.open()

    expect(socket.connect).not.toHaveBeenCalled()
    expect(connection.status).toBe('closed')
  })
})
