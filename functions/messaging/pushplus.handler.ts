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
import { gateSettings } from '../gate/settings.ts'
import { serve } from '../serve.ts'
import { pushplusSend } from './compat/send-pushplus.ts'
import { pushplusSendPathRoute, pushplusSendRoute } from './pushplus.route.ts'
import { messagingSettings } from './settings.ts'

const settings = deployed(gateSettings, messagingSettings)
const fault = (error: unknown) => observer.fault(error, { route: 'ANY /send' })
const problems = async () => (await import('../problems.ts')).problems
const { note } = observer
const deps = {
  table: tableNamed('TABLE'),
  keyRing,
  queue,
  clock,
  ids,
  settings,
  note,
  publicUrl: env('PUBLIC_URL'),
  fault,
  problems,
}

const run = async (request: Request) => {
  const body = await pushplusSend(deps, { ...request, contentType: request.headers['content-type'] })
  return ok({ status: 200, body })
}

const on = answering(provenInside('token'))

export const handler = serve(on(pushplusSendRoute, run), on(pushplusSendPathRoute, run))
