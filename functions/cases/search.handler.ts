import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { observer } from '../../shared/runtime/observer.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { type ActingOperator, byOperator, isCodeOld } from '../operators/operator-guards.ts'
import { hasRight } from '../operators/rights.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { searchRoute } from './search.route.ts'
import { showHits } from './searching/hits-view.ts'
import { caseSettings } from './settings.ts'

const deps = { table: tableNamed('TABLE'), vault, clock, ids, settings: deployed(caseSettings), alarm: observer.alarm }
const operatorDeps = { ...deps, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

const searcher = (by: ActingOperator) => ({
  ...by,
  seesPeople: hasRight(by.role, 'see_people'),
  isCodeOld: isCodeOld(by, clock),
})

export const handler = serve(
  on(searchRoute, async ({ body }, by) => {
    const { findHits } = await import('./searching/find-hits.ts')
    return answered(200, await findHits(deps, searcher(by), body.text), showHits)
  }),
)
