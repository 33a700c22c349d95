import { setTimeout as sleep } from 'node:timers/promises'
import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { deadLetterQueues } from '../../shared/runtime/dead-letters.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { works } from '../keys.ts'
import { readUploadEvent } from '../material/intake/read-upload-event.ts'
import { materialWork } from '../material/keys.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { showDeadCounts, showDeadLetters } from './dead-letters/dead-letters-view.ts'
import { listDeadLetters } from './dead-letters/list-dead-letters.ts'
import { readDeadLetters } from './dead-letters/read-dead-letters.ts'
import { sendAgain } from './dead-letters/send-again.ts'
import { deadCountsRoute, deadLettersRoute, replayRoute } from './dead-letters.route.ts'

/** Where others than we write into a queue. */
const readers = new Map([[materialWork.kind, readUploadEvent()]])
const queues = deadLetterQueues().map((one) => ({ ...one, read: readers.get(one.kind) }))
const deps = { table: tableNamed('TABLE'), queues, works, clock, ids, pause: sleep }
const operatorDeps = { ...deps, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(deadCountsRoute, async () => answered(200, await listDeadLetters(deps), showDeadCounts)),
  on(deadLettersRoute, async ({ params: { queue = '' } }) =>
    answered(200, await readDeadLetters(deps, queue), showDeadLetters),
  ),
  on(replayRoute, async ({ params: { queue = '' }, body }, by) =>
    answered(200, await sendAgain(deps, by, { queue, ...body })),
  ),
)
