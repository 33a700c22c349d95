import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Clock, Millis } from '../../shared/kernel/time.ts'
import type { Activity } from '../activity.ts'
import type { Faults } from '../faults.ts'
import type { Answering } from '../front.ts'
import type { HttpAnswer } from './answer.ts'
import { CallerGone } from './body.ts'

type Around = { faults: Faults; activity: Activity; clock: Clock }

/** `path` is without the query, and still percent-encoded. */
type Answerer = (request: IncomingMessage, path: string) => Promise<HttpAnswer>

const send = (response: ServerResponse, answer: HttpAnswer, now: Millis): void => {
  response.statusCode = answer.status
  response.sendDate = false
  response.setHeader('date', new Date(now).toUTCString())
  for (const [name, value] of answer.headers) response.appendHeader(name, value)
  response.setHeader('content-length', answer.body.length)
  response.end(answer.body)
}

const untilClosed = (response: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    if (response.closed) resolve()
    else response.once('close', resolve)
  })

/** Answers by what `answer` says and by the engine's clock, unless a fault strikes; each request counts as under way until it is closed. */
export const answeringBy =
  ({ faults, activity, clock }: Around, answer: Answerer): Answering =>
  async (request, response) => {
    const ended = activity.begin()
    const closed = untilClosed(response)
    try {
      const path = (request.url ?? '/').split('?')[0] ?? '/'
      const fault = faults.ofRequest(path)?.action
      if (fault === 'break_before') return void request.socket.destroy()
      if (fault === 'hang_before') return void (await closed)
      const result = await answer(request, path)
      if (fault === 'break_after') return void request.socket.destroy()
      if (fault === 'hang_after') return void (await closed)
      send(response, result, clock.now())
      await closed
    } catch (error) {
      if (!(error instanceof CallerGone)) throw error
    } finally {
      ended()
    }
  }
