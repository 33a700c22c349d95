import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { byOperatorKey } from '../account/api-keys/operator-guards.ts'
import { operatorKeysIn } from '../account/api-keys/platform-secret.ts'
import { serve } from '../serve.ts'
import { showDeeds } from './deeds/deed-view.ts'
import { readDeeds } from './deeds/read-deeds.ts'
import { deedsRoute } from './deeds.route.ts'

const deps = { table: tableNamed('TABLE'), clock }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperatorKey(operators))

export const handler = serve(
  on(deedsRoute, async ({ query }) => answered(200, await readDeeds(deps, query), showDeeds)),
)
