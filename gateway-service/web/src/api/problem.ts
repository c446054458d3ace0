/** A refused request, as the server's problem+json (RFC 9457) or the lack of an answer tells it. */
export class Problem extends Error {
  constructor(
    /** The HTTP status; 0 when there was no answer at all. */
    readonly status: number,
    message: string,
    /** What is wrong with each field to blame, so that it reads on after the field's name; nested names are joined by dots. */
    readonly fields: Readonly<Record<string, string>> = {},
    /** How long to wait before asking again, in seconds; 0 when the server did not say. */
    readonly retryAfter = 0,
  ) {
    super(message)
  }

  /** The server could not be reached. */
  static offline(): Problem {
    return new Problem(0, 'The world cannot be reached at the moment. Check your connection and try again.')
  }

  static async of(response: Response): Promise<Problem> {
    const body = await json(response)
    const fields = fieldsOf(body['errors'])
    const told = text(body['detail']) ?? text(body['title'])
    const retryAfter = Number(response.headers.get('Retry-After')) || 0
    return new Problem(response.status, told ?? plainWords(response.status, retryAfter), fields, retryAfter)
  }
}

/** What to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Problem ? error.message : 'Something went wrong on this page. Please try again.'
}

function fieldsOf(errors: unknown): Record<string, string> {
  if (!Array.isArray(errors)) return {}
  const fields: Record<string, string> = {}
  for (const { field, message } of errors as Record<string, unknown>[]) {
    const name = text(field)
    const wrong = text(message)
    if (name && wrong) fields[name] ??= wrong
  }
  return fields
}

function plainWords(status: number, retryAfter: number): string {
  if (status === 429) return `That was a little too often. Try again in ${retryAfter || 60} seconds.`
  if (status === 404) return 'There is nothing here, or it is not yours.'
  if (status >= 500) return 'The world has a problem of its own. Please try again in a moment.'
  return `The request was refused (${status}).`
}

async function json(response: Response): Promise<Record<string, unknown>> {
  try {
    const body: unknown = await response.json()
    return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
