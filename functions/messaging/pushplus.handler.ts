import { answering, provenInside } from '../../shared/http/callers.ts'
import type { Request } from '../../shared/http/request.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keyRing } from '../../shared/runtime/key-ring.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { queue } from '../../shared/runtime/queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { answerTellingEnforcement } from '../gate/answer-telling-enforcement.ts'
import { gateSettings } from '../gate/settings.ts'
import { serve } from '../serve.ts'
import { pushplusBatchSend, pushplusSend } from './compat/send-pushplus.ts'
import { pushplusRoutes } from './pushplus.route.ts'
import { messagingSettings } from './settings.ts'

const settings = deployed(gateSettings, messagingSettings)
const fault = (error: unknown) => observer.fault(error, { route: 'ANY /send' })
const problems = async () => (await import('../problems.ts')).problems
const { note, count } = observer
const deps = {
  table: tableNamed('TABLE'),
  keyRing,
  queue,
  clock,
  ids,
  settings,
  note,
  count,
  publicUrl: env('PUBLIC_URL'),
  fault,
  problems,
}

const answeredBy = (send: typeof pushplusSend | typeof pushplusBatchSend) => (request: Request) =>
  answerTellingEnforcement(async (tellEnforcement) => {
    const wire = { ...request, contentType: request.headers['content-type'] }
    return ok({ status: 200, body: await send({ ...deps, tellEnforcement }, wire) })
  })

const on = answering(provenInside('token'))

export const handler = serve(
  ...pushplusRoutes.send.map((route) => on(route, answeredBy(pushplusSend))),
  ...pushplusRoutes.batchSend.map((route) => on(route, answeredBy(pushplusBatchSend))),
)
