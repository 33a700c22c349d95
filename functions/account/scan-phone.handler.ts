import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { heldIdentity } from '../gate/identity-store.ts'
import { gateKeys } from '../gate/keys.ts'
import { serve } from '../serve.ts'
import { decideScan } from './scan/decide-scan.ts'
import { markScan } from './scan/mark-scan.ts'
import { scannedView } from './scan/scanned-view.ts'
import { decideScanRoute, lookAtScanRoute } from './scan-phone.route.ts'
import { bySession } from './sessions/session-guards.ts'
import { sessionOf } from './sessions/session-store.ts'

const table = tableNamed('TABLE')
const maskedNameOf = async (accountId: string) =>
  heldIdentity(await table.get(gateKeys.identity(accountId)))?.maskedName
const deps = { table, clock, maskedNameOf }

const on = answering(bySession(deps))

export const handler = serve(
  on(lookAtScanRoute, async ({ body: { code }, bearer }) =>
    answered(200, await markScan(deps, { code, current: sessionOf(bearer) }), scannedView),
  ),
  on(decideScanRoute, async ({ body }, caller) => answered(200, await decideScan(deps, caller, body))),
)
