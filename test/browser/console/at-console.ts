import type { Page, Route } from 'playwright-core'
import { MINUTE } from '../../../shared/kernel/time.ts'
import { operatorAt as enrolledAt, stepUp } from '../../flows/console/people.ts'
import type { Instance } from '../../flows/instance.ts'

/** Rights of an administrator. */
const EVERYTHING = [
  ...['see_orders', 'see_people', 'reveal_people', 'answer_complaints', 'decide_bans', 'move_money', 'approve_money'],
  ...['keep_books', 'see_systems', 'replay_letters', 'see_deeds', 'manage_operators'],
]

export const PASSWORD = 'a sentence that nobody guesses'
export const CODE = '123456'

type Opening = { rights?: readonly string[]; isIn?: boolean }

/** Who is at the console of one page, as the service would keep it. */
export type AtConsole = { isIn: boolean; mayAct: boolean }

const problem = (route: Route, status: number, code: string): Promise<void> => {
  const body = JSON.stringify({ type: 'about:blank', title: code, status, code, detail: `refused: ${code}` })
  return route.fulfill({ status, contentType: 'application/problem+json', body })
}

/**
 * Puts an operator at a page: what is shown of the session is answered here, with the rights that the test wants, and everything else is asked
 * of the service in the session of an admin.
 */
export const operatorAt = async (
  page: Page,
  instance: Instance,
  { rights = EVERYTHING, isIn = true }: Opening = {},
): Promise<AtConsole> => {
  const { engine } = instance
  const admin = await enrolledAt(instance, 'li.wen')
  const at: AtConsole = { isIn, mayAct: false }
  const until = (ms: number) => new Date(engine.now() + ms).toISOString()
  const session = () => ({
    operator: { name: 'li.wen', role: 'admin', rights },
    expiresAt: until(30 * MINUTE),
    stepUpUntil: until(at.mayAct ? 10 * MINUTE : 0),
  })
  const answers: Record<string, (route: Route) => Promise<void>> = {
    'POST /v1/operator/sessions': (route) => {
      const { password, code } = route.request().postDataJSON()
      at.isIn = password === PASSWORD && code === CODE
      return at.isIn ? route.fulfill({ status: 201, json: session() }) : problem(route, 400, 'credentials_wrong')
    },
    'POST /v1/operator/sessions/current/step-up': async (route) => {
      at.mayAct = route.request().postDataJSON().code === CODE
      if (at.mayAct) await stepUp(instance, admin)
      return at.mayAct
        ? route.fulfill({ json: { stepUpUntil: until(10 * MINUTE) } })
        : problem(route, 400, 'credentials_wrong')
    },
    'GET /v1/operator/sessions/current': (route) => route.fulfill({ json: session() }),
    'DELETE /v1/operator/sessions/current': (route) => {
      at.isIn = false
      return route.fulfill({ status: 204 })
    },
  }
  await page.route('**/v1/operator/**', async (route) => {
    const request = route.request()
    const name = `${request.method()} ${new URL(request.url()).pathname}`
    if (!at.isIn && name !== 'POST /v1/operator/sessions') return problem(route, 401, 'unauthenticated')
    const answer = answers[name]
    if (answer) return answer(route)
    if (request.method() !== 'GET' && !at.mayAct) return problem(route, 403, 'step_up_needed')
    return route.continue({ headers: { ...request.headers(), authorization: `Bearer ${admin.token}` } })
  })
  return at
}
