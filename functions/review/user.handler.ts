import { answered } from '../../shared/http/answer.ts'
import { answering } from '../../shared/http/callers.ts'
import { atFirstUse } from '../../shared/kernel/at-first-use.ts'
import { languageWanted } from '../../shared/kernel/language.ts'
import { announcingTable } from '../../shared/runtime/announcing-table.ts'
import { clock, env } from '../../shared/runtime/environment.ts'
import { ids } from '../../shared/runtime/ids.ts'
import { seldomQueue as queue } from '../../shared/runtime/seldom-queue.ts'
import { deployed } from '../../shared/runtime/settings.ts'
import { bySession } from '../account/sessions/session-guards.ts'
import { certificateSettings } from '../certificates/settings.ts'
import { applicationSettings } from '../certification/applications/settings.ts'
import { certificationSettings } from '../certification/settings.ts'
import { materialSettings } from '../material/settings.ts'
import { notices } from '../messaging/sending/notice-store.ts'
import { messagingSettings } from '../messaging/settings.ts'
import { profileSettings } from '../profile/settings.ts'
import { proofingSettings } from '../proofing/settings.ts'
import { serve } from '../serve.ts'
import { papersSettings } from '../verification/papers/settings.ts'
import { verificationSettings } from '../verification/settings.ts'
import { listOwnCases, readOwnCase, shownToUser } from './asking/read-own-cases.ts'
import type { ReviewCase } from './case/case.ts'
import { reviewSettings } from './settings.ts'
import {
  answerReviewRoute,
  appealReviewRoute,
  askForHelpRoute,
  getReviewRoute,
  listReviewsRoute,
  withdrawReviewRoute,
} from './user.route.ts'

const settings = deployed(
  applicationSettings,
  certificateSettings,
  certificationSettings,
  materialSettings,
  messagingSettings,
  papersSettings,
  profileSettings,
  proofingSettings,
  reviewSettings,
  verificationSettings,
)
const told = notices(ids, settings.keeping)
const base = { table: announcingTable('TABLE'), queue, clock, ids, told, settings, publicUrl: env('PUBLIC_URL') }

/** What there is to decide, and how it is spoken of: loaded by the first request, not by the cold start. */
const open = atFirstUse(async () => {
  const { reviewKinds } = await import('../review-kinds.ts')
  const kinds = reviewKinds(settings)
  return { ...base, kinds, shown: (of: ReviewCase) => shownToUser(kinds, of, clock.now()) }
})

// What somebody does is loaded when they do it: most calls only read.
const on = answering(bySession(base))

export const handler = serve(
  on(askForHelpRoute, async ({ body, headers }, { accountId }) => {
    const { openHelp } = await import('./help/open-help.ts')
    const language = languageWanted(headers['accept-language'])
    const { shown, ...deps } = await open()
    return answered(201, await openHelp(deps, accountId, { ...body, language }), shown)
  }),
  on(listReviewsRoute, async ({ query }, { accountId }) =>
    answered(200, await listOwnCases(await open(), accountId, query)),
  ),
  on(getReviewRoute, async ({ params: { id = '' } }, { accountId }) =>
    answered(200, await readOwnCase(await open(), accountId, id)),
  ),
  on(answerReviewRoute, async ({ params: { id = '' }, body }, { accountId }) => {
    const { answerCase } = await import('./asking/answer-case.ts')
    const { shown, ...deps } = await open()
    return answered(200, await answerCase(deps, accountId, { name: id, ...body }), shown)
  }),
  on(withdrawReviewRoute, async ({ params: { id = '' } }, { accountId }) => {
    const { withdrawCase } = await import('./asking/withdraw-case.ts')
    const { shown, ...deps } = await open()
    return answered(200, await withdrawCase(deps, accountId, id), shown)
  }),
  on(appealReviewRoute, async ({ params: { id = '' }, body }, { accountId }) => {
    const { appealCase } = await import('./asking/appeal-case.ts')
    const { shown, ...deps } = await open()
    return answered(201, await appealCase(deps, accountId, { name: id, ...body }), shown)
  }),
)
