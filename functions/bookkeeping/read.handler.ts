import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { showBalances, showLedger } from './ledger/ledger-view.ts'
import { readBalances, readLedger } from './ledger/read-ledger.ts'
import { balancesRoute, ledgerRoute, statementRoute } from './read.route.ts'
import { readVendorStatement } from './statements/import-statement.ts'
import { showStatement } from './statements/statement-view.ts'

const deps = { table: tableNamed('TABLE') }
const operatorDeps = { ...deps, clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(ledgerRoute, async ({ query }) => answered(200, await readLedger(deps, query), showLedger)),
  on(balancesRoute, async ({ query }) => answered(200, await readBalances(deps, query), showBalances)),
  on(statementRoute, async ({ params: { vendor = '', day = '' } }) =>
    answered(200, await readVendorStatement(deps, vendor, day), showStatement),
  ),
)
