import { Client, type Credentials } from '../api/client'
import { Problem } from '../api/problem'
import type { NewAccount, SignedIn, Tokens, Whereabouts } from '../protocol'

const STORED = 'viva.refresh_token'
/** Shows that somebody signed in on this device before; it opens nothing, so it stays when they sign out. */
const DEVICE = 'viva.device_token'

/**
 * Who uses this page. The access token lives in memory only. The refresh token is kept in localStorage, because an avatar's
 * owner comes back tomorrow and must not have to sign in every time; what speaks against it, foreign script reading it, is what
 * the page's content security policy excludes, and a stolen token is noticed by its second use.
 */
export class Session implements Credentials {
  /** Whether somebody is signed in, as far as this page knows. */
  active = $state(localStorage.getItem(STORED) !== null)
  /** Why the session ended, when the owner did not end it. */
  farewell = $state<string>()

  readonly client = new Client(this)
  #access: string | undefined
  #renewal: Promise<boolean> | undefined

  constructor() {
    // Signing out in one tab signs out the others.
    addEventListener('storage', ({ key, newValue }) => {
      if (key === STORED && newValue === null) this.#end()
    })
  }

  /** Browsers know places that servers have not heard of yet: nobody is turned away for one. */
  async signUp(account: NewAccount, place: Whereabouts): Promise<void> {
    const signUp = (body: object) => this.client.postAnonymouslyRepeatably<SignedIn>('/api/accounts', body)
    const tokens = await signUp({ ...account, ...place }).catch((error: unknown) => {
      const unknownPlace = error instanceof Problem && ('locale' in error.fields || 'timezone' in error.fields)
      if (unknownPlace) return signUp(account)
      throw error
    })
    this.#remember(tokens)
    this.#begin(tokens)
  }

  async signIn(login: string, password: string): Promise<void> {
    const device = localStorage.getItem(DEVICE)
    const body = { login, password, ...(device !== null && { device_token: device }) }
    const tokens = await this.client.anonymous<SignedIn>('POST', '/api/sessions', body)
    this.#remember(tokens)
    this.#begin(tokens)
  }

  async signOut(): Promise<void> {
    await this.client.delete('/api/sessions').catch(() => undefined)
    this.#end()
  }

  access(): string | undefined {
    return this.#access
  }

  async renew(rejected: string | undefined): Promise<boolean> {
    if (this.#access !== undefined && this.#access !== rejected) return true
    this.#renewal ??= this.#alone(() => this.#refresh()).finally(() => (this.#renewal = undefined))
    return this.#renewal
  }

  /** A refresh token works once, so tabs take turns. (Browsers offer locks to secure pages and to localhost only.) */
  async #alone(refresh: () => Promise<boolean>): Promise<boolean> {
    return navigator.locks ? await navigator.locks.request(STORED, refresh) : refresh()
  }

  async #refresh(): Promise<boolean> {
    const refreshToken = localStorage.getItem(STORED)
    if (refreshToken === null) return this.#expire()
    try {
      const body = { refresh_token: refreshToken }
      this.#begin(await this.client.anonymous<Tokens>('POST', '/api/sessions/refresh', body))
      return true
    } catch (error) {
      if (error instanceof Problem && [400, 401, 403, 404, 422].includes(error.status)) return this.#expire()
      throw error
    }
  }

  #remember(signedIn: SignedIn): void {
    if (signedIn.device_token !== undefined) localStorage.setItem(DEVICE, signedIn.device_token)
  }

  #begin(tokens: Tokens): void {
    this.#access = tokens.access_token
    localStorage.setItem(STORED, tokens.refresh_token)
    this.farewell = undefined
    this.active = true
  }

  #expire(): false {
    if (this.active) this.farewell = 'Your session has ended. Please sign in again.'
    this.#end()
    return false
  }

  #end(): void {
    this.#access = undefined
    localStorage.removeItem(STORED)
    this.active = false
  }
}
