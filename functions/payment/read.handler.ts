import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { readOrder } from './orders/read.ts'
import { getOrderRoute } from './read.route.ts'

const deps = { table: tableNamed('TABLE'), clock }

const on = answering(bySession(deps))

export const handler = serve(
  on(getOrderRoute, async ({ params, headers }, { accountId }) =>
    answered(200, await readOrder(deps, accountId, params.id ?? '', languageWanted(headers['accept-language']))),
  ),
)
