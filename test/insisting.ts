import { setTimeout as sleep } from 'node:timers/promises'
import { type Platform, platformAt, type Send } from '../local/demo/platform.ts'

/** How often a client tries, and how long it waits in between. */
export type Patience = { tries: number; pauseMs: number }

/** Nothing was wrong with the request: it was held up by others, or met a fault. */
const isWorthRepeating = async (response: Response): Promise<boolean> =>
  response.status >= 500 || (response.status === 409 && (await response.clone().text()).includes('"code":"contended"'))

const insistingSend =
  ({ tries, pauseMs }: Patience): Send =>
  async (url, init) => {
    for (let tried = 1; ; tried += 1) {
      const response = await fetch(url, init).catch(() => undefined)
      if (response && !(await isWorthRepeating(response))) return response
      if (tried >= tries)
        return response ?? Promise.reject(new Error(`${init.method} ${new URL(url).pathname}: no answer`))
      await sleep(pauseMs)
    }
  }

/** A client that tries again when no answer came, or one that is worth it: same request, same Idempotency-Key. */
export const insisting = ({ url, pass }: Platform, patience: Patience): Platform => ({
  ...platformAt(url, insistingSend(patience)),
  pass,
})
