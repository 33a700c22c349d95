import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { keptSecret } from '../../shared/runtime/secret.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { doers } from '../audit/deed.ts'
import { type ActingOperator, byOperator } from '../operators/operator-guards.ts'
import { hasRight } from '../operators/rights.ts'
import { operatorSettings } from '../operators/settings.ts'
import { serve } from '../serve.ts'
import { operatorKeysIn } from './api-keys/platform-secret.ts'
import { getAppealRoute, listAppealsRoute, rejectAppealRoute, unbanRoute } from './ban.route.ts'
import { standingView } from './bans/appeal-view.ts'
import { rejectAppeal, unban } from './bans/decide-ban.ts'
import { listAppeals, readAppeal } from './bans/list-appeals.ts'

const deps = { table: announcingTable('TABLE'), clock, ids }
const operatorDeps = { ...deps, clock, settings: deployed(operatorSettings) }
const operators = keptSecret('SECRET_PLATFORM', operatorKeysIn)

const on = answering(byOperator(operatorDeps, operators))

const readerOf = (headers: Record<string, string | undefined>, { role }: ActingOperator) => ({
  language: languageWanted(headers['accept-language']),
  seesPeople: hasRight(role, 'see_people'),
})

export const handler = serve(
  on(listAppealsRoute, async ({ query, headers }, by) =>
    answered(200, await listAppeals(deps, query, readerOf(headers, by))),
  ),
  on(getAppealRoute, async ({ params: { id = '' }, headers }, by) =>
    answered(200, await readAppeal(deps, id, readerOf(headers, by))),
  ),
  on(unbanRoute, async ({ body, params: { id = '' } }, by) =>
    answered(200, await unban(deps, doers.operator(by), { ...body, accountId: id }), standingView),
  ),
  on(rejectAppealRoute, async ({ body, params: { id = '' } }, by) =>
    answered(200, await rejectAppeal(deps, by, { ...body, accountId: id }), standingView),
  ),
)
