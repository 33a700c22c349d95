import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { ok } from '../../shared/kernel/outcome.ts'
import { clock } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { tableNamed } from '../../shared/runtime/table.ts'
import { vault } from '../../shared/runtime/vault.ts'
import { queryAll } from '../../shared/table/query-all.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { serve } from '../serve.ts'
import { verificationSettings } from '../verification/settings.ts'
import { applicantOf } from './applicants/applicant-store.ts'
import { showApplicant } from './applicants/applicant-view.ts'
import { getApplicantRoute, keepApplicantRoute, listApplicantsRoute } from './applicants.route.ts'
import { applicationSettings } from './applications/settings.ts'
import { findApplicant } from './applying/find-application.ts'
import { applicationLists } from './keys.ts'

const settings = deployed(applicationSettings, verificationSettings)
const table = tableNamed('TABLE')
const deps = { table, clock, ids, vault, settings }

const on = answering(bySession(deps))

export const handler = serve(
  on(keepApplicantRoute, async ({ body }, { accountId }) => {
    const { keepApplicant } = await import('./applicants/keep-applicant.ts')
    return answered(201, await keepApplicant(deps, accountId, body), showApplicant)
  }),
  on(listApplicantsRoute, async (_request, { accountId }) => {
    const items = await queryAll(table, applicationLists.applicants(accountId))
    const applicants = items.map((item) => showApplicant(applicantOf(item))).toReversed()
    return ok({ status: 200, body: { applicants, most: settings.certification.applicants } })
  }),
  on(getApplicantRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await findApplicant(deps, accountId, id), showApplicant),
  ),
)
