import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { importStatement } from './statements/import-statement.ts'
import { showStatement } from './statements/statement-view.ts'
import { importStatementRoute } from './vendor-statement.route.ts'

const settings = deployed(verificationSettings)
const deps = { table: tableNamed('TABLE'), clock, ids, settings, alarm: observer.alarm }
const operatorDeps = { ...deps, clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(importStatementRoute, async ({ body }, by) => answered(200, await importStatement(deps, by, body), showStatement)),
)
