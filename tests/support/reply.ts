/** What a loader or an action answered, returned or thrown: its status, where it sends, and its data. */
export type Reply<T> = { status: number; location: string | null; setCookie: string | null; data: T | null }

/** Runs a loader or an action and reads its answer; an error that is no response is thrown on. */
export async function replyOf<T = unknown>(call: () => Promise<unknown> | unknown): Promise<Reply<T>> {
  const answer = await Promise.resolve()
    .then(call)
    .catch((thrown: unknown) => {
      if (thrown instanceof Response) return thrown
      throw thrown
    })
  if (answer instanceof Response) return ofResponse<T>(answer)
  if (isDataWithInit(answer)) {
    const headers = new Headers(answer.init?.headers)
    return {
      status: answer.init?.status ?? 200,
      location: null,
      setCookie: headers.get('Set-Cookie'),
      data: answer.data as T,
    }
  }
  return { status: 200, location: null, setCookie: null, data: answer as T }
}

/** The status alone: `expect(await statusOf(() => loader(args))).toBe(404)`. */
export async function statusOf(call: () => Promise<unknown> | unknown): Promise<number> {
  return (await replyOf(call)).status
}

async function ofResponse<T>(response: Response): Promise<Reply<T>> {
  const json = response.headers.get('Content-Type')?.includes('application/json')
  return {
    status: response.status,
    location: response.headers.get('Location'),
    setCookie: response.headers.get('Set-Cookie'),
    data: json ? ((await response.json()) as T) : null,
  }
}

function isDataWithInit(answer: unknown): answer is { data: unknown; init: ResponseInit | null } {
  return (
    typeof answer === 'object' && answer !== null && 'type' in answer && 'data' in answer && 'init' in answer
  )
}
