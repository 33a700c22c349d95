import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { rfc3339 } from '../../shared/kernel/time.ts'
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
import { sendRoute } from './send.route.ts'
import { send } from './sending/send.ts'
import { byClaim } from './sending/sender-guards.ts'
import { messagingSettings } from './settings.ts'

const settings = deployed(gateSettings, messagingSettings)
const { note, count } = observer
const publicUrl = env('PUBLIC_URL')
const deps = { table: tableNamed('TABLE'), keyRing, queue, clock, ids, settings, note, count, publicUrl }

const on = answering(byClaim)

export const handler = serve(
  on(sendRoute, ({ body }, claim) =>
    answerTellingEnforcement(async (tellEnforcement) =>
      answered(202, await send({ ...deps, tellEnforcement }, claim, { ok: true, value: body }), (message) => ({
        id: message.id,
        createdAt: rfc3339(message.createdAt),
      })),
    ),
  ),
)
