import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { readSeal } from '../audit/roots/read-seal.ts'
import { byOperator } from '../operators/operator-guards.ts'
import { hasRight } from '../operators/rights.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { showDeeds, showWholeDeed } from './deeds/deed-view.ts'
import { readDeed } from './deeds/read-deed.ts'
import { readDeeds } from './deeds/read-deeds.ts'
import { showSeal } from './deeds/seal-view.ts'
import { deedRoute, deedsRoute, sealRoute } from './deeds.route.ts'

const deps = { table: tableNamed('TABLE'), clock }
const operatorDeps = { ...deps, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

export const handler = serve(
  on(deedsRoute, async ({ query }, { role }) =>
    answered(200, await readDeeds(deps, query), (page) => showDeeds(page, hasRight(role, 'see_people'))),
  ),
  on(deedRoute, async ({ params: { id = '' } }, { role }) =>
    answered(200, await readDeed(deps, id), (deed) => showWholeDeed(deed, hasRight(role, 'see_people'))),
  ),
  on(sealRoute, async () => answered(200, ok(await readSeal(deps)), showSeal)),
)
