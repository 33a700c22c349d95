import { setTimeout as pause } from 'node:timers/promises'
import { answering } from '../../shared/http/callers.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { delayedQueue } from '../../shared/runtime/delayed-queue.ts'
import { clock, env, optionalEnv } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { serve } from '../serve.ts'
import { serveLook, serveTransfer } from './bank/bank.ts'
import { bankLookRoute, bankTransferRoute } from './bank.route.ts'
import { controlCalls } from './control/calls.ts'
import { NOTIFICATION_LIMITS } from './sandbox.ts'
import { sandboxSettings } from './settings.ts'
import { readStandIns } from './stand-ins.ts'

const standIns = keptSecret('SECRET_SANDBOX', readStandIns)
const settings = sandboxSettings(optionalEnv('SANDBOX_SETTINGS'))
const table = tableNamed('SANDBOX_TABLE')
const later = delayedQueue('QUEUE_SANDBOX', 'sandbox')
const publicUrl = env('PUBLIC_URL')
const sandbox = { table, later, clock, ids, settings, publicUrl, outgoing: outgoing(NOTIFICATION_LIMITS) }

const on = answering()

export const handler = serve(
  on(bankTransferRoute, async ({ body }) => ok(await serveTransfer({ ...sandbox, pause }, body))),
  on(bankLookRoute, async ({ body }) => ok(await serveLook({ ...sandbox, pause }, body))),
  ...controlCalls(async () => ({ ...sandbox, ...(await standIns()) }), optionalEnv('TESTER_KEY')),
)
