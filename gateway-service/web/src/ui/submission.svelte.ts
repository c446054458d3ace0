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

  /** For a form's `onsubmit`. */
  on(send: () => Promise<void>): (event: SubmitEvent) => void {
    return (event) => {
      event.preventDefault()
      void this.run(send)
    }
  }
}
