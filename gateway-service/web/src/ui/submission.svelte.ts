import { tick } from 'svelte'
import { Problem, messageOf } from '../api/problem'

/** A form on its way to the server: whether it is underway, and what the server found wrong with it. */
export class Submission {
  busy = $state(false)
  /** What is wrong with the whole, when it is not about single fields. */
  problem = $state<string>()
  fields = $state<Readonly<Record<string, string>>>({})

  async run(send: () => Promise<void>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.problem = undefined
    this.fields = {}
    try {
      await send()
    } catch (error) {
      this.problem = messageOf(error)
      if (error instanceof Problem) this.fields = error.fields
    } finally {
      this.busy = false
    }
  }

  /** For a form's `onsubmit`: sends it, and leads the owner to the first field that is wrong. */
  on(send: () => Promise<void>) {
    return async (event: SubmitEvent & { currentTarget: HTMLFormElement }) => {
      event.preventDefault()
      const form = event.currentTarget
      await this.run(send)
      await tick()
      form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    }
  }
}
